package dev.ward.performance.web;

import dev.ward.performance.HarmPath;
import dev.ward.performance.HarmPath.Edge;
import dev.ward.performance.HarmPath.Kind;
import dev.ward.performance.HarmPath.Node;
import dev.ward.performance.HarmSeverity;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A path as boxes and lines, in columns from the left: what is depended on, functions, hazardous situations, harms.
///
/// @param title  what the drawing answers, in a sentence
/// @param heads  the columns' headings
public record PathDrawing(
        HarmPath path, String title, List<Head> heads, List<Box> boxes, List<Curve> curves, int width, int height) {

    private static final int COLUMN = 216;
    private static final int STEP = COLUMN + 52;
    private static final int TOP = 30;
    private static final int GAP = 12;
    private static final int LINE = 17;
    private static final int PADDING = 9;

    /// The heading of a column.
    public record Head(String title, int x) {}

    /// @param lines  of text, as many as there is room for
    /// @param href   where it leads; null for nowhere
    public record Box(
            Node node,
            int x,
            int y,
            int width,
            int height,
            List<String> lines,
            @Nullable String href) {

        /// Where a line of text stands.
        public int baseline(int line) {
            return y + PADDING + 12 + line * LINE;
        }

        int middle() {
            return y + height / 2;
        }
    }

    /// @param path  of SVG
    public record Curve(String path) {}

    static PathDrawing of(HarmPath path) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        int right = placeFunctions(path, boxes);
        int left = placeLinked(path, boxes);
        List<Curve> curves = path.edges().stream()
                .map(edge -> curve(get(boxes, edge.from()), get(boxes, edge.to())))
                .toList();
        List<Head> heads = List.of(
                new Head("Component or interface", 0),
                new Head(Kind.FUNCTION.title(), STEP),
                new Head(Kind.SITUATION.title(), 2 * STEP),
                new Head(Kind.HARM.title(), 3 * STEP));
        return new PathDrawing(
                path,
                title(path),
                heads,
                List.copyOf(boxes.values()),
                curves,
                3 * STEP + COLUMN,
                Math.max(left, right));
    }

    /// Functions with what follows from them, one block below the other.
    private static int placeFunctions(HarmPath path, Map<String, Box> boxes) {
        int y = TOP;
        for (Node function : path.nodes(Kind.FUNCTION)) {
            int start = y;
            for (Node situation : next(path, function)) {
                int from = y;
                for (Node harm : next(path, situation)) {
                    y = put(path, boxes, harm, 3, y);
                }
                y = Math.max(y, centred(path, boxes, situation, 2, from, y));
            }
            y = Math.max(y, centred(path, boxes, function, 1, start, y)) + GAP;
        }
        return y;
    }

    /// What is depended on, each as near to its functions as there is room.
    private static int placeLinked(HarmPath path, Map<String, Box> boxes) {
        List<Node> linked = new ArrayList<>(path.nodes(Kind.INTERFACE));
        linked.addAll(path.nodes(Kind.COMPONENT));
        linked.sort(Comparator.comparingDouble(node -> height(path, boxes, node)));
        int total =
                linked.stream().mapToInt(node -> boxHeight(lines(node)) + GAP).sum();
        int y = TOP;
        for (Node node : linked) {
            int wanted = (int) height(path, boxes, node) - boxHeight(lines(node)) / 2;
            int most = Math.max(y, bottom(boxes) - total);
            y = put(path, boxes, node, 0, Math.max(y, Math.min(wanted, most)));
            total -= boxHeight(lines(node)) + GAP;
        }
        return y;
    }

    private static int bottom(Map<String, Box> boxes) {
        return boxes.values().stream()
                .filter(box -> box.x() > 0)
                .mapToInt(box -> box.y() + box.height() + GAP)
                .max()
                .orElse(TOP);
    }

    private static double height(HarmPath path, Map<String, Box> boxes, Node linked) {
        return path.edges().stream()
                .filter(edge -> edge.from().equals(linked.id()))
                .mapToInt(edge -> get(boxes, edge.to()).middle())
                .average()
                .orElse(TOP);
    }

    /// @return where the next one may begin
    private static int put(HarmPath path, Map<String, Box> boxes, Node node, int column, int y) {
        List<String> lines = lines(node);
        int height = boxHeight(lines);
        boxes.put(node.id(), new Box(node, column * STEP, y, COLUMN, height, lines, href(path, node)));
        return y + height + GAP;
    }

    private static int centred(HarmPath path, Map<String, Box> boxes, Node node, int column, int from, int to) {
        int room = Math.max(0, to - GAP - from);
        return put(path, boxes, node, column, from + Math.max(0, (room - boxHeight(lines(node))) / 2));
    }

    private static int boxHeight(List<String> lines) {
        return 2 * PADDING + lines.size() * LINE - 2;
    }

    private static List<String> lines(Node node) {
        List<String> lines = new ArrayList<>(Wrapped.lines(node.name()));
        if (node.kind() == Kind.HARM) {
            lines.add(
                    node.severity() == null
                            ? "Not known: catastrophic"
                            : node.severity().title());
        }
        return lines;
    }

    private static @Nullable String href(HarmPath path, Node node) {
        String here = PerformancePlaces.path(path.subject());
        return switch (node.kind()) {
            case COMPONENT -> here + "/links?line=" + node.id().substring(2);
            case INTERFACE -> here + "/interfaces";
            case FUNCTION -> here + "#" + node.id();
            case SITUATION, HARM -> null;
        };
    }

    private static Curve curve(Box from, Box to) {
        int start = from.x() + from.width();
        int bend = (start + to.x()) / 2;
        return new Curve("M%d %dC%d %d %d %d %d %d"
                .formatted(start, from.middle(), bend, from.middle(), bend, to.middle(), to.x(), to.middle()));
    }

    private static List<Node> next(HarmPath path, Node from) {
        List<String> targets = path.edges().stream()
                .filter(edge -> edge.from().equals(from.id()))
                .map(Edge::to)
                .toList();
        return path.nodes().stream().filter(node -> targets.contains(node.id())).toList();
    }

    private static Box get(Map<String, Box> boxes, String id) {
        return Objects.requireNonNull(boxes.get(id), id);
    }

    private static String title(HarmPath path) {
        int linked =
                path.nodes(Kind.COMPONENT).size() + path.nodes(Kind.INTERFACE).size();
        String functions = Words.counted(path.nodes(Kind.FUNCTION).size(), "function", "functions");
        HarmSeverity worst = path.nodes(Kind.HARM).stream()
                .map(node -> HarmSeverity.counted(node.severity()))
                .max(Comparator.naturalOrder())
                .orElse(HarmSeverity.CATASTROPHIC);
        String harm = worst.title().toLowerCase(Locale.ROOT);
        return linked == 0
                ? "The loss of %s can do harm up to %s; nothing is linked yet".formatted(functions, harm)
                : "%s, through %s, can do harm up to %s"
                        .formatted(
                                Words.counted(linked, "component or interface", "components and interfaces"),
                                functions,
                                harm);
    }

    /// The shape that stands beside a harm's word.
    ///
    /// @param severity  null when it is not known
    public static String shape(@Nullable HarmSeverity severity) {
        return switch (severity) {
            case null -> "dash";
            case CATASTROPHIC -> "diamond";
            case CRITICAL -> "up";
            case SERIOUS -> "circle";
            case MINOR -> "down";
            case NEGLIGIBLE -> "ring";
        };
    }

    /// @param severity  null when it is not known
    public static String tone(@Nullable HarmSeverity severity) {
        return switch (HarmSeverity.counted(severity)) {
            case CATASTROPHIC -> "critical";
            case CRITICAL -> "high";
            case SERIOUS -> "medium";
            case MINOR -> "low";
            case NEGLIGIBLE -> "calm";
        };
    }
}
