feedback-proposals-title = May be the same: somebody should look
feedback-proposals-none = Nothing waits to be joined.
feedback-proposals-more = There are more: they come up when these are decided.
feedback-proposals-note = Nothing is joined by itself. Joined, every customer is kept, and “feedback part” takes it back.
feedback-proposals-triage = Only who triages feedback sees what may be the same.
help-feedback-proposals = What may be the same, waiting for you to join it or not
