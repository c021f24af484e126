"""What comes in: question sets, files of answers, sessions, published results, a facilitator's words."""
