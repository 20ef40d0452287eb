"""Apple's list of categories, and those that it has given up."""

from __future__ import annotations


def _table(text: str) -> dict[str, frozenset[str]]:
    """Lines of a category and, after a colon, its parts with commas between them."""
    lines = (line.strip().partition(":") for line in text.strip().splitlines())
    return {
        name: frozenset(part.strip() for part in parts.split(",") if part.strip()) for name, _, parts in lines
    }


CATEGORIES = _table(
    """
    Arts: Books, Design, Fashion & Beauty, Food, Performing Arts, Visual Arts
    Business: Careers, Entrepreneurship, Investing, Management, Marketing, Non-Profit
    Comedy: Comedy Interviews, Improv, Stand-Up
    Education: Courses, How To, Language Learning, Self-Improvement
    Fiction: Comedy Fiction, Drama, Science Fiction
    Government:
    Health & Fitness: Alternative Health, Fitness, Medicine, Mental Health, Nutrition, Sexuality
    History:
    Kids & Family: Education for Kids, Parenting, Pets & Animals, Stories for Kids
    Leisure: Animation & Manga, Automotive, Aviation, Crafts, Games, Hobbies, Home & Garden, Video Games
    Music: Music Commentary, Music History, Music Interviews
    News: Business News, Daily News, Entertainment News, News Commentary, Politics, Sports News, Tech News
    Religion & Spirituality: Buddhism, Christianity, Hinduism, Islam, Judaism, Religion, Spirituality
    Science: Astronomy, Chemistry, Earth Sciences, Life Sciences, Mathematics, Natural Sciences, Nature, Physics, \
Social Sciences
    Society & Culture: Documentary, Personal Journals, Philosophy, Places & Travel, Relationships
    Sports: Baseball, Basketball, Cricket, Fantasy Sports, Football, Golf, Hockey, Rugby, Running, Soccer, Swimming, \
Tennis, Volleyball, Wilderness, Wrestling
    TV & Film: After Shows, Film History, Film Interviews, Film Reviews, TV Reviews
    Technology:
    True Crime:
    """
)
"""What Apple takes since 2019."""

FORMER = _table(
    """
    Arts: Literature, Fashion & Beauty
    Arts & Entertainment: Architecture, Design, Entertainment, Games, Performing Arts, Photography, Poetry, \
Science Fiction
    Audio Blogs:
    Business: Business News, Careers, Finance, Investing, Management & Marketing, News, Shopping
    Comedy:
    Education: Education, Education Technology, Educational Technology, Higher Education, K-12, Language Courses, \
Training
    Family:
    Food:
    Games & Hobbies: Automotive, Aviation, Hobbies, Other Games, Video Games
    Government & Organizations: Local, National, Non-Profit, Regional
    Health: Alternative Health, Diet & Nutrition, Fitness, Fitness & Nutrition, Relationships, Self-Help, Sexuality
    International: Australian, Belgian, Brazilian, Canadian, Chinese, Dutch, French, German, Hebrew, Italian, \
Japanese, Norwegian, Polish, Portuguese, Spanish, Swedish
    Kids & Family:
    Movies & Television:
    News & Politics: Conservative (Right), Liberal (Left)
    Politics:
    Public Radio:
    Religion & Spirituality: New Age, Other, Philosophy
    Science & Medicine: Medicine, Natural Sciences, Social Sciences
    Society & Culture: History
    Sports & Recreation: Amateur, College & High School, Outdoor, Professional
    TV & Film:
    Talk Radio:
    Technology: Computers, Developers, Gadgets, Information Technology, News, Operating Systems, Podcasting, \
Smart Phones, Software How-To, Tech News, Text/Speech
    Transportation: Automotive, Aviation, Bicycles, Commuting
    Travel:
    """
)
"""What Apple took before."""

FORMATS = frozenset({"m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"})
"""Endings of the files that Apple takes."""
