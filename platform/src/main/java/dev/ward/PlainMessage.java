package dev.ward;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// Writes a message into the text log as one line.
public final class PlainMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return PlainText.of(super.convert(event));
    }
}
