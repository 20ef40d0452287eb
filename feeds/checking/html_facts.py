"""HTML as readers take it: its elements, those that they cut out, and the styles that they leave alone."""

from __future__ import annotations

VOID = frozenset(
    "area base basefont bgsound br col command embed frame hr image img input keygen link meta param source "
    "track wbr".split()
)
"""Elements without an end tag."""

OPTIONAL_END = frozenset(
    "body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr".split()
)
"""Elements that the next one, or their parent's end, closes."""

MARKS = frozenset(
    "a b blockquote br div em figure h1 h2 h3 h4 i iframe img li ol p pre script span strong sub sup table td tr "
    "u ul".split()
)
"""Elements that are in a feed because somebody put HTML into it as it is."""

RISKY = frozenset(
    "applet base basefont bgsound blink body embed frame frameset head html iframe isindex layer link meta "
    "noembed noframes object param plaintext script style title xmp".split()
)
"""Elements that readers cut out, with what they hold or without."""

SVG = frozenset(
    "a animate animatecolor animatemotion animatetransform circle clippath defs desc ellipse feblend "
    "fecolormatrix fecomposite feflood fegaussianblur femerge femergenode feoffset filter font-face "
    "font-face-name font-face-src g glyph hkern image line lineargradient marker mask metadata missing-glyph "
    "mpath path pattern polygon polyline radialgradient rect set stop svg switch symbol text textpath title "
    "tspan use view".split()
)
MATHML = frozenset(
    "annotation annotation-xml maction math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded "
    "mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder "
    "munderover none semantics".split()
)

ELEMENTS = (
    RISKY
    | SVG
    | MATHML
    | frozenset(
        "a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center "
        "cite code col colgroup command data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption "
        "figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i image img input ins kbd keygen label legend li "
        "listing main map mark marquee math menu menuitem meter nav nobr noscript ol optgroup option output p picture "
        "portal pre progress q rb rp rt rtc ruby s samp search section select slot small source spacer span strike "
        "strong sub summary sup svg table tbody td template textarea tfoot th thead time tr track tt u ul var video "
        "wbr amp-img amp-video amp-iframe amp-ad amp-youtube".split()
    )
)
"""Elements of HTML, and of the pictures and formulas in it."""

ADDRESSES: dict[str, tuple[str, ...]] = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "blockquote": ("cite",),
    "del": ("cite",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "img": ("src",),
    "input": ("src",),
    "ins": ("cite",),
    "q": ("cite",),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
}
"""Attributes that hold an address."""

STYLES = frozenset(
    "align-content align-items align-self aspect-ratio azimuth background background-clip background-color "
    "background-origin background-position background-repeat background-size border border-bottom "
    "border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style "
    "border-bottom-width border-collapse border-color border-image border-left border-left-color "
    "border-left-style border-left-width border-radius border-right border-right-color border-right-style "
    "border-right-width border-spacing border-style border-top border-top-color border-top-left-radius "
    "border-top-right-radius border-top-style border-top-width border-width box-shadow box-sizing break-after "
    "break-before break-inside caption-side clear color column-count column-gap column-rule column-width columns "
    "cursor direction display elevation empty-cells flex flex-basis flex-direction flex-flow flex-grow "
    "flex-shrink flex-wrap float font font-family font-feature-settings font-kerning font-size font-size-adjust "
    "font-stretch font-style font-variant font-variant-caps font-variant-ligatures font-variant-numeric "
    "font-weight gap grid grid-column grid-gap grid-row grid-template grid-template-columns grid-template-rows "
    "height hyphens justify-content justify-items justify-self letter-spacing line-break line-height list-style "
    "list-style-position list-style-type margin margin-block margin-bottom margin-inline margin-left margin-right "
    "margin-top max-height max-width min-height min-width object-fit object-position opacity order orphans "
    "outline outline-color outline-offset outline-style outline-width overflow overflow-wrap overflow-x "
    "overflow-y padding padding-block padding-bottom padding-inline padding-left padding-right padding-top "
    "page-break-after page-break-before page-break-inside pause pause-after pause-before pitch pitch-range quotes "
    "resize richness row-gap speak speak-header speak-numeral speak-punctuation speech-rate stress tab-size "
    "table-layout text-align text-align-last text-decoration text-decoration-color text-decoration-line "
    "text-decoration-style text-indent text-justify text-overflow text-rendering text-shadow text-transform "
    "text-underline-offset unicode-bidi vertical-align visibility voice-family volume white-space widows width "
    "word-break word-spacing word-wrap writing-mode -webkit-font-smoothing -webkit-text-size-adjust "
    "-webkit-text-stroke-width -webkit-line-clamp -moz-osx-font-smoothing".split()
)
"""Properties of CSS that change how a text looks, and nothing else."""

INLINE = frozenset(
    {
        "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
"""Elements that run on within a line: no space stands for their tags."""
