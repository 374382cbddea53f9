package dev.ward.evidence.web;

import dev.ward.evidence.TrailProofs;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Page;
import dev.ward.web.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Proves the trail at a click, and shows what came out last.
@Controller
@RequestMapping("/audit/proof")
@Requires(Permission.AUDIT_READ)
class ProofPages {

    private static final String HERE = "/audit/proof";

    private final TrailProofs proofs;
    private final CurrentActor actor;
    private final Visibility visibility;

    ProofPages(TrailProofs proofs, CurrentActor actor, Visibility visibility) {
        this.proofs = proofs;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    Page show() {
        return Page.of("evidence/proof", Section.PROGRAM, "Proof of the trail")
                .crumb("Audit trail", "/audit")
                .with("proof", proofs.newest(visibility.reader()).orElse(null));
    }

    @PostMapping
    String ask() {
        proofs.ask(actor.get(), visibility.reader());
        return "redirect:" + HERE;
    }
}
