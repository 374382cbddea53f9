/// Dispositions in bulk: findings that security decides alone, by a policy that both disciplines signed.
@NullMarked
package dev.ward.assessment.screening;

import org.jspecify.annotations.NullMarked;
