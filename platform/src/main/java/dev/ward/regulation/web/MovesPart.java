package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import dev.ward.regulation.EndMove;
import dev.ward.regulation.Obligations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells which dates of a case became others, so that none does in silence.
@Component
class MovesPart implements DuePart {

    private final Obligations obligations;

    MovesPart(Obligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public String title() {
        return "Dates that moved";
    }

    @Override
    public String view() {
        return "regulation/moves";
    }

    @Override
    public @Nullable Map<String, Object> model(CaseDue subject) {
        List<EndMove> moves = obligations.moves(subject);
        return moves.isEmpty() ? null : Map.of("moves", moves);
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public String permission() {
        return Permission.OBLIGATION_READ.name();
    }
}
