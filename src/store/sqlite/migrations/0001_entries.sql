-- The logs of all classes. An entry is what one write added to a log; the entries of a log in their order are its bytes.
CREATE TABLE entries (
    class INTEGER NOT NULL,
    log   INTEGER NOT NULL, -- 0: the class's own; from 1 on: its games
    seq   INTEGER NOT NULL, -- from 0, without a gap
    lines TEXT    NOT NULL,
    PRIMARY KEY (class, log, seq)
) WITHOUT ROWID;
