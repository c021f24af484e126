"""What is concluded from item tables: contested, how sure, near a cut-off, who stands out, what to discuss first."""
