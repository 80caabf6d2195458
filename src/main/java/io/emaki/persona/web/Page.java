package io.emaki.persona.web;

import java.util.List;

/** A list inside an object, so that something can be said beside it later. */
record Page<T>(List<T> data) {}
