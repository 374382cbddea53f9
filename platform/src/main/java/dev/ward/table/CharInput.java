package dev.ward.table;

import java.io.IOException;

/// Characters of a text, some of which were guessed.
interface CharInput {

    /// Nothing.
    CharInput END = (_, _, _) -> -1;

    /// @return how many were read; negative at the end
    int read(char[] target, int offset, int length) throws IOException;

    /// How many characters before a position were not of the encoding that the text else has, and not
    /// counted before.
    ///
    /// @param position  from 0, in characters of the whole text
    default int guessedBefore(long position) {
        return 0;
    }
}
