// Names of our own properties that the build shortens: the script of the tag is on every page view, and these are in it most.
import { minifySync, type Plugin } from 'vite';

/**
 * Only names that are nothing to anyone else: no property of the DOM, no key of the wire or of window.vangnet, and nowhere a
 * string that such a property is looked up with. A test checks it. The tag and what it fetches later pass each other these
 * properties, so both builds shorten alike.
 */
export const SHORT_NAMES = {
  fieldAt: 'n',
  roots: 'r',
  look: 'e',
  listen: 'o',
  later: 'i',
  guard: 'a',
  floats: 's',
  atLeft: 't',
  siteId: 'c',
  keyed: 'k',
  setButton: 'd',
  looking: 'x',
  lookOnce: 'I',
  coming: 'p',
  door: 'm',
  past: 'h',
  keep: 'g',
  settle: 'f',
  selector: 'b',
  found: 'v',
  glance: 'y',
  glanced: 'A',
  desk: 'l',
  announce: 'w',
  filled: 'u',
  widget: 'j',
  server: 'z',
  see: '$',
  viewed: 'B',
  heardAt: 'C',
  since: 'D',
  asked: 'E',
  inFocus: 'F',
  attended: 'G',
  stuckAt: 'H',
  slips: 'J',
  pace: 'L',
  learned: 'M',
  faded: 'N',
  called: 'O',
  stage: 'P',
  toRead: 'Q',
  toType: 'R',
  crowded: 'S',
  spread: 'T',
  demanded: 'U',
  single: 'V',
  chosen: 'W',
  dwelt: 'X',
  typed: 'Y',
  mistakes: 'Z',
  marks: '_',
  perKey: 'q',
  crowd: '$a',
  about: '$b',
  times: '$c',
  eta: '$d',
  atBreakpoint: '$f',
  hears: '$g',
  alarm: '$h',
  wasRefused: '$i',
  fieldsDone: '$j',
  pageTime: '$k',
  outOfView: '$l',
  stranded: '$m',
  evidence: '$n',
  progress: '$o',
  gatesShut: '$p',
} as const;

const mangleProps = {
  include: new RegExp(`^(${Object.keys(SHORT_NAMES).join('|')})$`),
  cache: SHORT_NAMES,
};

/** For one chunk. `topLevelVar`: with `const` the minifier may write a constant where it is used. */
export const SMALL = { topLevelVar: false, minify: { compress: true, mangle: true, mangleProps } } as const;

/** For several chunks, where the bundler does not do it. Before the hash of the file name is made. */
export const shortNames: Plugin = {
  name: 'short-names',
  renderChunk: (code, { fileName }) =>
    minifySync(fileName, code, { module: true, compress: false, mangle: false, mangleProps }).code,
};
