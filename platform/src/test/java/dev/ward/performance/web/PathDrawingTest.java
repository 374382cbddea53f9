package dev.ward.performance.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.performance.HarmPath;
import dev.ward.performance.HarmPath.Edge;
import dev.ward.performance.HarmPath.Kind;
import dev.ward.performance.HarmPath.Node;
import dev.ward.performance.HarmSeverity;
import dev.ward.performance.Subject;
import dev.ward.performance.web.PathDrawing.Box;
import dev.ward.product.DeviceType;
import dev.ward.product.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PathDrawingTest {

    private static final Subject PUMP =
            new Subject(new DeviceType(new ProductId(new UUID(0, 1)), null), "Pump", null, false, false);

    /// @param components  each linked to every function
    /// @param harms       of each function, each with a situation of its own
    private static HarmPath path(int components, int functions, int harms) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int f = 0; f < functions; f++) {
            nodes.add(new Node("f-" + f, Kind.FUNCTION, "Function " + f, null, new UUID(0, f), null));
            for (int h = 0; h < harms; h++) {
                String situation = "f-" + f + "-s" + h;
                String harm = "f-" + f + "-h" + h;
                nodes.add(new Node(
                        situation, Kind.SITUATION, "A situation that takes many words to say", null, null, null));
                nodes.add(new Node(harm, Kind.HARM, "Harm", h == 0 ? null : HarmSeverity.MINOR, null, null));
                edges.add(new Edge("f-" + f, situation, null));
                edges.add(new Edge(situation, harm, null));
            }
        }
        for (int c = 0; c < components; c++) {
            nodes.add(new Node("c-" + c, Kind.COMPONENT, "component-" + c, null, null, "pkg:npm/c" + c));
            for (int f = 0; f < functions; f++) {
                edges.add(new Edge("c-" + c, "f-" + f, "Why"));
            }
        }
        return new HarmPath(PUMP, 1, nodes, edges, 0);
    }

    private static void assertDrawn(HarmPath path) {
        PathDrawing drawing = PathDrawing.of(path);
        assertThat(drawing.boxes()).hasSameSizeAs(path.nodes());
        assertThat(drawing.curves()).hasSameSizeAs(path.edges());
        for (Box one : drawing.boxes()) {
            assertThat(one.y() + one.height()).as(one.toString()).isLessThanOrEqualTo(drawing.height());
            assertThat(one.x() + one.width()).as(one.toString()).isLessThanOrEqualTo(drawing.width());
            assertThat(drawing.boxes())
                    .filteredOn(other -> !other.equals(one) && other.x() == one.x())
                    .as("what overlaps %s", one)
                    .noneMatch(other -> other.y() < one.y() + one.height() && one.y() < other.y() + other.height());
        }
    }

    @Test
    void drawsEachBoxOnceAndOverNoOther() {
        for (int components : List.of(0, 1, 7, 40)) {
            for (int functions : List.of(0, 1, 5)) {
                for (int harms : List.of(0, 1, 4)) {
                    assertDrawn(path(components, functions, harms));
                }
            }
        }
    }

    @Test
    void saysTheWorstInWordsAndCountsWhatIsNotKnownAsThat() {
        PathDrawing drawing = PathDrawing.of(path(2, 1, 2));

        assertThat(drawing.title())
                .isEqualTo("2 components and interfaces, through 1 function, can do harm up to catastrophic");
        assertThat(drawing.boxes())
                .filteredOn(box -> box.node().kind() == Kind.HARM)
                .extracting(box -> box.lines().getLast())
                .containsExactly("Not known: catastrophic", "Minor");
        assertThat(PathDrawing.tone(null)).isEqualTo(PathDrawing.tone(HarmSeverity.CATASTROPHIC));
    }

    @Test
    void promisesNothingWhereNothingIsKnown() {
        assertThat(PathDrawing.of(path(0, 2, 0)).title())
                .isEqualTo("The loss of 2 functions can do harm up to catastrophic; nothing is linked yet");
    }
}
