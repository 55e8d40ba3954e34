"""Small pieces of sentences: lists, numbers, names in the middle of a sentence."""

from collections.abc import Sequence

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def inside(label: str) -> str:
    """A label in the middle of a sentence: `master's degree`; a short form stays as it is: `MBA`."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def with_article(label: str) -> str:
    """`a master's degree`, `an associate degree`, `an MBA`."""
    spoken_as_vowel = "aefhilmnorsx" if label[:2].isupper() else "aeiou"
    return f"{'an' if label[:1].lower() in spoken_as_vowel else 'a'} {inside(label)}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(count: int, one: str, many: str = "") -> str:
    """`1 skill`, `3 skills`."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def in_words(count: int) -> str:
    """`two`, and from ten on `10`."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
