"""What things are: question sets, answers, findings, results. No input, no output, no rules of scoring."""
