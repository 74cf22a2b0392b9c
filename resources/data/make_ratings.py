#!/usr/bin/python3
"""Writes the book's own ratings:  make_ratings.py FOLDER

The numbers are made by additions, multiplications and random.random() alone, which give the same on every machine
and in every version of Python, so that the files come out the same to the byte.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

SEED = 2026
MEAN = 3.4
NOISE = 0.35  # standard deviation, in stars
FIRST_TIME = 1_767_225_600  # 2026-01-01 00:00 UTC

# Title, year, genres, then what is planted: suspense, warmth, and how much better than the mean it is liked. The first
# five stand in chapter 4.4, at half the numbers that they have there.
MOVIES = [
    ("The Glass Harbour", 2014, "Thriller|Drama", 1.0, 0.5, 0.4),
    ("A Kettle for Two", 2011, "Comedy|Romance", -0.5, 1.0, 0.2),
    ("Salt Meridian", 2019, "Thriller", 2.0, 0.25, 0.1),
    ("Paper Lighthouse", 2016, "Adventure|Drama", 1.0, 0.5, 0.5),
    ("Nine Slow Trains", 2008, "Adventure|Romance", 0.5, 1.5, 0.3),
    ("The Second Locksmith", 2021, "Thriller|Crime", 1.6, -0.9, 0.2),
    ("Cold Ledger", 2017, "Thriller|Crime", 1.4, -1.2, 0.0),
    ("Nobody on Deck Four", 2005, "Thriller|Science Fiction", 1.8, -0.7, -0.2),
    ("Witness in Grey", 1998, "Thriller|Crime", 1.2, -1.0, 0.1),
    ("The Quiet Alarm", 2020, "Thriller", 1.7, -0.4, 0.0),
    ("Below the Tide Table", 2012, "Thriller|Science Fiction", 1.5, -0.6, -0.3),
    ("Oranges in February", 2015, "Comedy|Romance", -0.9, 1.5, 0.3),
    ("My Neighbour Counts Sheep", 2018, "Comedy", -1.2, 1.3, 0.0),
    ("The Baker's Umbrella", 2009, "Comedy|Family", -1.0, 1.6, 0.4),
    ("Three Aunts and a Cello", 2003, "Comedy|Family", -1.3, 1.1, -0.1),
    ("Postcards to Nobody", 2013, "Comedy|Romance", -0.7, 1.2, 0.1),
    ("The Long Recess", 2022, "Comedy|Family", -0.8, 1.4, -0.2),
    ("Lantern Over the Pass", 2010, "Adventure|Family", 1.1, 1.3, 0.3),
    ("The Copper Compass", 2006, "Adventure|Family", 0.9, 1.4, 0.2),
    ("Seven Rivers North", 2016, "Adventure", 1.3, 1.0, 0.0),
    ("The Cartographer's Daughter", 2019, "Adventure|Drama", 0.8, 1.1, 0.4),
    ("Moonrise Engine", 2001, "Adventure|Science Fiction", 1.2, 0.8, -0.1),
    ("A History of Concrete", 2007, "Documentary", -1.4, -1.2, -0.2),
    ("What the Archive Forgot", 2018, "Documentary", -0.9, -1.0, 0.2),
    ("Forty Minutes of Fog", 1996, "Documentary|Experimental", -1.6, -0.9, -0.6),
    ("The Weight of Dust", 2014, "Drama", -0.6, -1.3, 0.1),
    ("Interval", 2002, "Drama|Experimental", -1.1, -1.4, -0.4),
    ("Salt, Sugar, Silence", 2011, "Drama", -0.8, -0.8, 0.3),
    ("The Last Typewriter", 2004, "Drama|Documentary", -1.0, -0.6, 0.0),
    ("Winter Tariffs", 2020, "Drama|Documentary", -1.2, -1.1, -0.3),
]

# Ten names to a taste. A taste is what a user makes of suspense and of warmth.
TASTES = [
    ((1.0, -0.7), "Ada Bruno Carmen Dario Elif Farid Greta Hugo Ines Jonas"),
    ((-0.6, 1.0), "Kira Luis Mara Nils Odile Pavel Quinn Rosa Samir Tilda"),
    ((0.7, 0.8), "Uma Viktor Wanda Xavier Yara Zeno Alba Bela Clio Dimitri"),
    ((-0.8, -0.7), "Esther Felix Gita Henrik Ilse Janek Kaori Lorenz Milo Noor"),
]


def normal(numbers: random.Random) -> float:
    """Nearly normal with mean 0 and deviation 1: a sum of twelve, which needs no logarithm."""
    return sum(numbers.random() for _ in range(12)) - 6


def planted_users(numbers: random.Random) -> list[tuple[str, float, float, float]]:
    """Name, what suspense and warmth are worth to the user, and how much more stars than the mean the user gives."""
    users = []
    for (suspense, warmth), names in TASTES:
        for name in names.split():
            users.append((name, round(suspense + 0.2 * normal(numbers), 2), round(warmth + 0.2 * normal(numbers), 2),
                          round(0.3 * normal(numbers), 2)))
    return users


def half_stars(value: float) -> float:
    return min(5.0, max(0.5, int(2 * value + 0.5) / 2))


def ratings(users: list, numbers: random.Random) -> list[tuple[int, int, float, int]]:
    rows = []
    for user, (_, for_suspense, for_warmth, bias) in enumerate(users, 1):
        # Users have seen between a third and four fifths of the films, the well-liked ones rather than the others.
        share = 0.33 + 0.47 * numbers.random()
        time = FIRST_TIME + int(200 * 86_400 * numbers.random())
        for movie, (_, _, _, suspense, warmth, liked) in enumerate(MOVIES, 1):
            taste = for_suspense * suspense + for_warmth * warmth
            seen = numbers.random() < share + 0.1 * taste + 0.15 * liked
            value = MEAN + bias + liked + 0.6 * taste + NOISE * normal(numbers)
            if seen:
                time += 60 + int(86_400 * numbers.random())
                rows.append((user, movie, half_stars(value), time))
    return rows


def quoted(text: str) -> str:
    return f'"{text}"' if "," in text else text


def main(folder: Path) -> None:
    numbers = random.Random(SEED)
    users = planted_users(numbers)
    files = {
        "ratings.csv": ["userId,movieId,rating,timestamp",
                        *(f"{user},{movie},{value},{time}" for user, movie, value, time in ratings(users, numbers))],
        "movies.csv": ["movieId,title,genres",
                       *(f"{number},{quoted(f'{title} ({year})')},{genres}"
                         for number, (title, year, genres, *_) in enumerate(MOVIES, 1))],
        "planted_movies.csv": ["movieId,suspense,warmth,bias",
                               *(f"{number},{suspense},{warmth},{liked}"
                                 for number, (_, _, _, suspense, warmth, liked) in enumerate(MOVIES, 1))],
        "planted_users.csv": ["userId,name,suspense,warmth,bias",
                              *(f"{number},{name},{suspense},{warmth},{bias}"
                                for number, (name, suspense, warmth, bias) in enumerate(users, 1))],
    }
    for name, lines in files.items():
        (folder / name).write_bytes(("\n".join(lines) + "\n").encode())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
