"""What may be shown: item tables are suppressed once, by numbers of people, and everything else follows from them."""
