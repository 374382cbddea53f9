package dev.ward.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The personal values to which a stretch of the chain commits.
///
/// Almost every entry names its commitments as Ward writes them, which a glance at its text finds. One that has the
/// word in any other form is unclear, and the database reads it as JSON.
///
/// @param first    by commitment in hexadecimal, the first entry that names it
/// @param unclear  entries that must be read as JSON, in order
/// @param listing  entries that may name a manifest, in order
record NamedCommitments(Map<String, Long> first, List<Long> unclear, List<Long> listing) {

    private static final String WORD = "commitment";
    private static final Pattern PLAIN = Pattern.compile("\"commitment\":\"([0-9a-f]{64})\"");

    static NamedCommitments in(List<Link> stretch, long to) {
        NamedCommitments named = new NamedCommitments(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        stretch.stream().filter(link -> link.seq() <= to).forEach(link -> named.read(link.seq(), link.body()));
        return named;
    }

    private void read(long seq, @Nullable String body) {
        if (body == null) {
            return;
        }
        boolean escaped = body.contains("\\u");
        if (escaped || body.contains("\"manifest\"")) {
            listing.add(seq);
        }
        int words = 0;
        for (int at = body.indexOf(WORD); at >= 0; at = body.indexOf(WORD, at + WORD.length())) {
            words++;
        }
        if (words == 0 && !escaped) {
            return;
        }
        List<String> plain = new ArrayList<>(words);
        Matcher matcher = PLAIN.matcher(body);
        while (matcher.find()) {
            plain.add(matcher.group(1));
        }
        if (escaped || plain.size() < words) {
            unclear.add(seq);
        } else {
            plain.forEach(commitment -> first.putIfAbsent(commitment, seq));
        }
    }
}
