package dev.ward.rule.web;

import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import dev.ward.signature.Discipline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A kind of rules in their list.
///
/// @param inForce   null while nobody has signed a version and the kind decides by signed ones alone
/// @param draft     null where there is none
/// @param unsigned  who has not signed the draft
public record RuleLine(
        RuleKind kind, @Nullable RuleSet inForce, @Nullable RuleSet draft, List<Discipline> unsigned) {}
