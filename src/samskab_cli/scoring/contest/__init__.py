"""Whether people who answer differently do so by more than chance: camps, sides apart, a contested gate."""
