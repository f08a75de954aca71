"""Israel's identity numbers."""

from __future__ import annotations


def is_identity_number(text: str) -> bool:
    """Nine digits whose last is right: digits weighted 1, 2, 1, 2 …, the digits of each product added, in all a multiple of ten."""
    digits = [int(digit) for digit in text if digit.isdigit()]
    if len(digits) != 9 or not any(digits):
        return False
    products = (digit * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in products) % 10 == 0
