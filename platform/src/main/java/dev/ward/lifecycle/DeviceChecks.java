package dev.ward.lifecycle;

import dev.ward.lifecycle.GateFacts.Gone;
import dev.ward.lifecycle.GateFacts.InField;
import dev.ward.lifecycle.GateFacts.Reached;
import dev.ward.web.Words;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What became of the devices, and who of their customers was told.
@Component
class DeviceChecks implements Checks {

    private final GateFacts facts;

    DeviceChecks(GateFacts facts) {
        this.facts = facts;
    }

    @Override
    public Map<String, Check> byName() {
        return Map.of(
                "devices-gone", (question, _) -> gone(question),
                "notices-recorded", (question, _) -> customers(question, RecordKind.NOTICE),
                "transfers-acknowledged", (question, _) -> customers(question, RecordKind.TRANSFER),
                "removal-complete", (question, _) -> complete(question, RecordKind.REMOVAL),
                "certificates-revoked", (question, _) -> complete(question, RecordKind.REVOCATION));
    }

    private static String devices(GateQuestion question) {
        return "/devices?release=" + question.release().id();
    }

    private Answered gone(GateQuestion question) {
        InField inField = facts.inField(question.reader(), question.release(), question.market());
        if (inField.known() > 0) {
            return Answered.notMet(
                    "%s with the release in the field."
                            .formatted(Words.counted(inField.known(), "unit is", "units are")),
                    inField.known(),
                    devices(question));
        }
        if (inField.unknown() > 0) {
            return new Answered(
                    Answer.UNKNOWN,
                    "%s in the field, and nobody knows whether it has the release."
                            .formatted(
                                    Words.counted(inField.unknown(), "unit of the model is", "units of the model are")),
                    inField.unknown(),
                    "/devices");
        }
        return facts.hasFleet(question.reader(), question.release())
                ? Answered.met("No unit with the release is in the field.", devices(question))
                : fleetless();
    }

    private Answered customers(GateQuestion question, RecordKind kind) {
        Reached reached = facts.customers(question.reader(), question.release(), question.market(), kind);
        String page =
                question.page("/end-of-support?market=" + question.market().code());
        if (reached.missing() > 0) {
            return Answered.notMet(
                    "%s of %s missing."
                            .formatted(
                                    Words.number(reached.missing()),
                                    Words.counted(reached.all(), "customer is", "customers are")),
                    reached.missing(),
                    page);
        }
        if (reached.unknown() > 0) {
            return new Answered(
                    Answer.UNKNOWN,
                    "Nobody knows whether %s it, or whose it is."
                            .formatted(
                                    Words.counted(reached.unknown(), "further customer has", "further customers have")),
                    reached.unknown(),
                    page);
        }
        return facts.hasFleet(question.reader(), question.release())
                ? Answered.met(
                        "None of %s is missing.".formatted(Words.counted(reached.all(), "customer", "customers")), page)
                : fleetless();
    }

    private Answered complete(GateQuestion question, RecordKind kind) {
        Gone gone = facts.decommissioned(question.reader(), question.release(), kind);
        String page = question.page("/records/" + kind.word());
        if (gone.missing() > 0) {
            return Answered.notMet(
                    "%s of %s without an entry."
                            .formatted(
                                    Words.number(gone.missing()),
                                    Words.counted(
                                            gone.all(), "decommissioned device is", "decommissioned devices are")),
                    gone.missing(),
                    page);
        }
        return facts.hasFleet(question.reader(), question.release())
                ? Answered.met(
                        "None of %s is without an entry."
                                .formatted(
                                        Words.counted(gone.all(), "decommissioned device", "decommissioned devices")),
                        page)
                : fleetless();
    }

    private static Answered fleetless() {
        return Answered.unknown("Ward knows no device of the product, so that it cannot tell.", "/devices");
    }
}
