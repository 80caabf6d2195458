package io.emaki.persona;

/** Whether a revision of the appearance can be seen. */
public enum RevisionStatus {
    /** No picture shows it yet. */
    PENDING,
    /** A picture shows it. */
    PICTURED,
    /** Its edit failed or was canceled. */
    FAILED,
    /** A later revision was pictured before this one had its turn. */
    SUPERSEDED,
    /** What it asks for must not be drawn of this persona; appearance and picture stayed as they were. */
    REFUSED;
}
