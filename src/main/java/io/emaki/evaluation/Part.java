package io.emaki.evaluation;

/** What a picture was made for, in the order in which the parts are drawn. */
enum Part {
    EDIT,
    CAPTION,
    CHAIN
}
