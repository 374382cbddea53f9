package dev.ward.performance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The way from what a function depends on to what its loss can do to a patient: component or interface → function →
/// hazardous situation → harm.
///
/// @param version  of which it is drawn; null when it is drawn of the draft, as none was approved yet
/// @param nodes    in the order in which they are drawn: from left to right, from above
/// @param hidden   how many links are left out, because there are too many to draw
///
/// Source: ISO 14971, 3.5 and Annex C (the sequence of events from hazard to harm).
public record HarmPath(Subject subject, @Nullable Integer version, List<Node> nodes, List<Edge> edges, int hidden) {

    /// What stands in a column of the drawing, from the left.
    public enum Kind {
        COMPONENT("Component"),
        INTERFACE("Interface"),
        FUNCTION("Function"),
        SITUATION("Hazardous situation"),
        HARM("Harm");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// @param id        within the path
    /// @param severity  of a harm; null for all else, and when it is not known
    /// @param of        the id of what it stands for, a function's or an interface's; null for all else
    /// @param line      the product line of a component; null for all else
    public record Node(
            String id,
            Kind kind,
            String name,
            @Nullable HarmSeverity severity,
            @Nullable UUID of,
            @Nullable String line) {}

    /// @param why  in which way the function depends on it; null behind the function
    public record Edge(String from, String to, @Nullable String why) {}

    /// One way through the drawing, as a row of its table.
    ///
    /// @param what  the component or interface; null for a function to which nothing is linked
    /// @param harm  with the situation; null where it is not known what can come of it
    public record Way(
            @Nullable Node what,
            @Nullable String why,
            Node function,
            @Nullable Node situation,
            @Nullable Node harm) {}

    public HarmPath {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// @param functions  that are drawn
    /// @param links      to them
    static HarmPath of(
            Subject subject,
            @Nullable Integer version,
            List<EssentialFunction> functions,
            List<FunctionLink> links,
            int hidden) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (EssentialFunction function : functions) {
            addLinked(function, links, nodes, edges);
        }
        for (EssentialFunction function : functions) {
            Node node = node(function);
            nodes.put(node.id(), node);
        }
        for (EssentialFunction function : functions) {
            addHarms(function, nodes, edges);
        }
        return new HarmPath(subject, version, List.copyOf(nodes.values()), edges, hidden);
    }

    private static void addLinked(
            EssentialFunction function, List<FunctionLink> links, Map<String, Node> nodes, List<Edge> edges) {
        for (FunctionLink link : links) {
            if (function.id().equals(link.function())) {
                Node node = node(link.of());
                nodes.putIfAbsent(node.id(), node);
                edges.add(new Edge(node.id(), node(function).id(), link.why()));
            }
        }
    }

    private static void addHarms(EssentialFunction function, Map<String, Node> nodes, List<Edge> edges) {
        String from = node(function).id();
        Map<String, String> situations = new LinkedHashMap<>();
        int number = 0;
        for (Hazard hazard : function.hazards()) {
            String situation = situations.get(hazard.situation());
            if (situation == null) {
                situation = from + "-s" + situations.size();
                situations.put(hazard.situation(), situation);
                nodes.put(situation, new Node(situation, Kind.SITUATION, hazard.situation(), null, null, null));
                edges.add(new Edge(from, situation, null));
            }
            String harm = from + "-h" + number++;
            nodes.put(harm, new Node(harm, Kind.HARM, hazard.harm(), hazard.severity(), null, null));
            edges.add(new Edge(situation, harm, null));
        }
    }

    private static Node node(EssentialFunction function) {
        UUID id = function.id().value();
        return new Node("f-" + id, Kind.FUNCTION, function.name(), null, id, null);
    }

    private static Node node(Linked of) {
        return switch (of) {
            case Linked.Line line ->
                new Node("c-" + line.key(), Kind.COMPONENT, line.name(), null, null, line.productLine());
            case Linked.Port port -> new Node("i-" + port.id(), Kind.INTERFACE, port.name(), null, port.id(), null);
        };
    }

    public List<Node> nodes(Kind kind) {
        return nodes.stream().filter(node -> node.kind() == kind).toList();
    }

    /// Every way through the drawing, in its order.
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (Node function : nodes(Kind.FUNCTION)) {
            List<Edge> into = edges.stream()
                    .filter(edge -> edge.to().equals(function.id()))
                    .toList();
            List<Way> out = waysFrom(function);
            if (into.isEmpty()) {
                ways.addAll(out);
            }
            for (Edge edge : into) {
                out.forEach(
                        way -> ways.add(new Way(get(edge.from()), edge.why(), function, way.situation(), way.harm())));
            }
        }
        return ways;
    }

    private List<Way> waysFrom(Node function) {
        List<Way> ways = new ArrayList<>();
        for (Node situation : next(function)) {
            next(situation).forEach(harm -> ways.add(new Way(null, null, function, situation, harm)));
        }
        return ways.isEmpty() ? List.of(new Way(null, null, function, null, null)) : ways;
    }

    private List<Node> next(Node from) {
        return edges.stream()
                .filter(edge -> edge.from().equals(from.id()))
                .map(edge -> get(edge.to()))
                .toList();
    }

    private Node get(String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the path has no node \"%s\"".formatted(id)));
    }
}
