// What the site's scripts hand to each other, and what a page and the program give them. Browsers never load this.

// A rule's words: what is wrong, and how to mend it.
type Words = [what: string, mend: string];
// A pattern as press/web/form/js_regex.py writes it: source and flags.
type Pattern = [source: string, flags: string];
type Sign = [source: string, flags: string, sign: string];
// What stands in the form, by field ("consent.granted"): words, or the words chosen.
type Values = Record<string, any>;

// press/web/form/rules.py: all that the form is given.
interface Rules {
  schema: { properties: Record<string, Field>; $defs: Record<string, { properties: Record<string, Field> }> };
  labels: Record<string, string>;
  bands: Record<string, string>;
  line: { teller: Record<string, string[]>; standpoint: string[]; helped: Record<string, string>; dot: string };
  noteFirst: [string, string];
  requests: Record<string, string>;
  faults: Record<string, Record<string, Words>>;
  pictures: PictureRules;
  rules: { rule: string; when: string[][]; at: string; what: string; mend: string; level: string }[];
  personal: Personal;
  text: { none: Words; marks: [string, string]; bullets: string; excerpt: [string, string, string]; quoted: Quoted; toWrite: [string, Words] };
  file: { hidden: Pattern; past: Pattern } & Record<"bytes" | "block" | "lines" | "nesting" | "brackets" | "headings" | "front", Limit>;
  letters: Record<string, string>;
  signs: Sign[];
  elided: Pattern;
  untaken: { pattern: Pattern; disk: Words; other: Words };
  prose: Prose;
  hints: { words: Pattern; word: Pattern; long: Pattern };
  noted: Note[];
  names: Names;
  places: { said: Words; patterns: Record<string, Pattern>; only_in: string[]; most: number };
  lists?: Lists; // fetched when something is typed
  vocabulary: Vocabulary;
  targets: string[];
  taken: string[];
}
interface Names {
  said: Words;
  titled: Words;
  patterns: Record<string, Pattern>;
  tables: Record<"authors" | "things" | "names", Pattern[]>;
  signs: Record<string, string>;
  none: string[];
  capitals: string[];
  lists: string;
  starters: string[];
  endings: string[];
  guess: Words;
  titles: string[];
}
// press/web/form/rules.py: words, packed.
type Lists = Record<"given" | "words" | "family" | "places" | "large" | "common", string> & { known: Pattern };
interface Field {
  $ref?: string;
  maxLength?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
}
interface Quoted {
  source: Pattern;
  ground: Pattern;
  none: Words;
  groundless: Words;
}
interface PictureRules {
  faults: Record<string, Record<string, Words>>;
  unspoken: Pattern;
  noWords: Words;
  noSense: Words;
  gone: Words;
  people: Words;
  seen: Words;
  credited: Words;
  mostBytes: number;
  mostPixels: number;
}
// A picture of the story: its fields as the model has them, what it shows in words, and whether the file itself was chosen.
interface Picture {
  file: string;
  people: string;
  people_consent?: string;
  credit?: string;
  words?: string;
  there?: boolean;
  mark?: string; // of the very file that was chosen
}
interface Personal {
  public: Pattern;
  kinds: [kind: string, pattern: Pattern, hint: Pattern][];
  words: Words;
}
interface Limit {
  most: number;
  rule: string;
  words: Words;
}
interface Prose {
  patterns: Record<string, Pattern>;
  lists: Record<string, string[]>;
  most: number;
  long: Words;
  jargon: Words;
  unlinked: Words;
  known_short: Words;
  short: Words;
}
interface Note {
  rule: string;
  level: string;
  said: Words;
  pattern: Pattern;
  once?: boolean;
  unless?: string;
  words?: number;
  unnamed?: boolean;
  fieldsOnly?: boolean;
  sourcesToo?: boolean;
  mayBeData?: boolean;
  hints?: string[][]; // a text where it stands has a word of each
  look?: Pattern; // and this, which is found sooner
  near?: [pattern: Pattern, before: number, after: number]; // what must stand in its sentence, and how far from it
}
interface Vocabulary {
  meanings: Record<string, [anchor: string, plainer: string]>;
  pattern: Pattern;
  titles: Pattern;
  forms: Record<string, string>;
  well_known: string[];
  glossary: string;
}

// What the form's script makes of what was typed.
interface Block {
  kind: "mark" | "heading" | "break" | "item" | "number" | "quote" | "picture" | "paragraph";
  text: string;
  line: number;
  depth?: number; // of an item in a list
  number?: number; // of an item, as it was typed
  file?: string; // of a picture
}
interface Piece {
  text: string;
  href?: string;
  isBare?: boolean;
  marks?: string; // stars that make the words slanted, bold or both
}
// What a browser keeps of a story, when it was kept, and by which tab.
interface Draft {
  name: string;
  values: Values;
  at: number;
  tab?: string;
}
// One thing to mend or to look at: at which field, on which line of the story.
interface Found {
  at: string;
  rule: string;
  what: string;
  mend: string;
  level?: string;
  kind?: string;
  lacks?: string;
  line?: number;
  picture?: number; // which of the pictures, from 1
  part?: string; // which of its fields
}

// A text that readers see: in which field, on which line of the story.
interface Seen {
  at: string;
  text: string;
  line?: number;
}
// A paragraph or an item: its words with those of links, and with a bar in their place.
interface Paragraph {
  line: number;
  linked: string;
  bare: string;
}
// What tells the end of a sentence from an abbreviation.
interface Tables {
  end: RegExp;
  mayBeLast: RegExp;
  before_numbers: Set<string>;
  openers: Set<string>;
  titles: Set<string>;
  small: Set<string>;
}

// The form, with those of its fields that the script looks at by name (press/theme/partials/write.html).
interface StoryForm extends HTMLFormElement {
  readonly elements: HTMLFormControlsCollection & { kind: RadioNodeList; text: HTMLTextAreaElement; published: HTMLInputElement };
}

// press/web/listings.py: which entries of a list have which values.
interface ListIndex {
  entries: number;
  facets: Record<string, { values: string[]; of: number[][] }>;
}

// What Pagefind gives (pagefind.app/docs/api); it is loaded from the site itself, and has no types of its own.
interface Pagefind {
  options(wanted: object): Promise<void>;
  init(): Promise<void>;
  preload(words: string, wanted: object): Promise<void>;
  search(words: string, wanted: object): Promise<Answer>;
}
type Counts = Record<string, Record<string, number>>;
interface Answer {
  results: { id: string }[];
}
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

// press/publishing/search_words.py: where the words of the site stand. Pages are numbers, each with a worth.
type Pages = Map<number, number>;
interface WordIndex {
  edition: string;
  pages: number;
  parts: [first: string, file: string][];
  near: Record<string, string>;
  runs: string[];
  names: string;
  filters: string;
}
interface Entry {
  on: Pages;
  also: { words: string; on: Pages }[];
}

// A word or a phrase that was asked for, as it was typed and as stems (search-words.js); a group has the pages as well.
interface Asked {
  shown: string;
  stems: string[];
  phrase: boolean;
}
type Group = Asked & Entry;
// What is marked where a page is shown: words that follow one another, as stems; how much they count, and for which word asked.
interface Mark {
  run: string[];
  weight: number;
  of: string;
}
interface MarkedText {
  text: string;
  marked: boolean;
}
interface Hit {
  url: string;
  worth: number;
  meta: Record<string, string>;
  title: MarkedText[];
  excerpt: MarkedText[];
  places: { title: MarkedText[]; url: string }[];
  found: string[][]; // the words that answered, as they stand there: each row is one answer, such as a phrase
}

interface Ranked {
  page: number;
  score: number;
  share: number;
  data(): Promise<Hit>;
}

// What the search found (search-ask.js). Where nothing was looked for, since each word stands on nearly every page or none was
// given, `looked` is false. `results` are the pages left by the filters, `pages` all; `whole` is how many have each word.
// `absent` are words that no page has, as they were typed; `also` what was looked for beside or instead of a word; `near` what
// may have been meant; `found` the words that some page has; `marks` what to mark on a page, as stems.
interface Finding {
  looked: boolean;
  pages: number[];
  results: { data(): Promise<Hit> }[];
  whole: number;
  absent: string[];
  also: { asked: string; written: boolean; words: string[] }[];
  near: { asked: string; words: string[] }[];
  found: string[];
  marks: string[][];
}
// What search-files.js knows of one Pagefind: which edition it reads, and that it did not get a file.
interface Loading {
  edition: string;
  lost: Promise<never>;
  lose(fault: unknown): void;
}
// What the dialog's opener knows of what fills it.
interface SearchPanel {
  opened(): Promise<void>;
}
// What to mark, and on which page.
interface Marked {
  to: string;
  wanted: string[][];
}

// The timer's state: `end` is when the step is over while the clock runs, `left` what is left of it while it stands.
interface Timing {
  step: number;
  left: number;
  end: number;
  sound: boolean;
}

// Selectors of these pages find HTML; drawings are looked for as a part of a button alone.
interface ParentNode {
  querySelector<Tag extends keyof HTMLElementTagNameMap>(selectors: Tag): HTMLElementTagNameMap[Tag] | null;
  querySelector<Kind extends Element = HTMLElement>(selectors: string): Kind | null;
  querySelectorAll<Tag extends keyof HTMLElementTagNameMap>(selectors: Tag): NodeListOf<HTMLElementTagNameMap[Tag]>;
  querySelectorAll<Kind extends Element = HTMLElement>(selectors: string): NodeListOf<Kind>;
}

// A change of a text: what stands in the place of the signs `from` to `to`, and what is chosen then.
interface Edit {
  from: number;
  to: number;
  text: string;
  start: number;
  end: number;
}
