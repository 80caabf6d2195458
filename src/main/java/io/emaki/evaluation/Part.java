package io.emaki.evaluation;

/** What a picture was made for. */
enum Part {
    EDIT,
    CAPTION,
    CHAIN_END
}
