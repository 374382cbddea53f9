-- The conclusion of a health hazard evaluation is the firm's own, and no item of 21 CFR 7.41(b), which is the FDA's class.
UPDATE report.answer SET item = 'Conclusion' WHERE kind = 'hhe' AND item = '(b)';
