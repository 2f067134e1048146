// The rules of the house as functions over the tree's files, so that a test can also plant a violation and see it found.
import { dirname, join, normalize } from 'node:path/posix';

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  path: string;
  text: string;
}

interface Import {
  target: string;
  typeOnly: boolean;
}

const ROOMS = ['protocol', 'widget', 'server', 'operator-console', 'demo-site'];
const DOORS = ['#protocol', '#protocol/link', '#protocol/outbox', '#protocol/event-log'];
/** zod lives behind this door; in the rooms that a browser loads only its types may be named, through `#protocol`. */
const SCHEMA_DOOR = '#protocol/schemas';
const SCHEMA_ROOMS = ['server'];
const SCHEMAS = /^protocol\/([a-z]+-)?schemas\.ts$/;

/** The composition root may mount the demo site; it is the only edge between two rooms. */
const ALLOWED_EDGES = [{ from: 'server/main.ts', to: 'demo-site/site.ts' }];

/** Folder -> the sibling folders that it may import, one way. A file in the room itself (embed.ts, main.ts) may import all. */
const WIDGET_ORDER: Record<string, readonly string[]> = {
  sensors: [],
  detector: [],
  offer: ['detector', 'i18n', 'theme'],
  theme: [],
  i18n: [],
  inspector: ['detector', 'offer', 'i18n'],
  crowd: ['sensors', 'offer'],
  conversation: [],
  panel: ['conversation', 'theme', 'i18n'],
};
const SERVER_ADAPTER = ['domain', 'application'];
const SERVER_ORDER: Record<string, readonly string[]> = {
  domain: [],
  application: ['domain'],
  realtime: SERVER_ADAPTER,
  http: SERVER_ADAPTER,
  storage: SERVER_ADAPTER,
  bus: SERVER_ADAPTER,
  channels: SERVER_ADAPTER,
};

const PURE = [
  /^protocol\//,
  /^widget\/detector\//,
  /^widget\/offer\/[^/]*-state\.ts$/,
  /^widget\/conversation\/[^/]*-state\.ts$/,
  /^server\/domain\//,
  /^operator-console\/desk-state\.ts$/,
];
const IMPURE_WORDS =
  /\b(Math\.random|Date\.now|new Date\(|performance\.|crypto\.|document\.|window\.|globalThis|process\.|setTimeout|setInterval|fetch\()/;

const GRAB_BAGS = /(^|\/)(utils?|helpers?|common|misc|shared|types|stuff)(\.|\/|$)/;
const HARD_LINES = 300;
const SIZE_EXEMPT = /\/i18n\/|\.d\.ts$/;

/** What a sensor may never touch: what was typed, which key, what was selected. */
const CITIZENS_WORDS =
  /\.(value|valueAsDate|valueAsNumber|key|code|clipboardData|dataTransfer|files)\b|getSelection|\.data\b/;
/** Whether there is a selection and where it begins, and nothing else: nobody gets hold of the selection itself, which has the text. */
const PLACE_OF_SELECTION = 'const { isCollapsed = true, anchorNode = null } = document.getSelection() ?? {};';

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function readImports(text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    target: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';
const folderOf = (path: string): string => path.split('/').slice(1, -1)[0] ?? '';
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');

function checkRelative(file: SourceFile, target: string): string[] {
  const to = normalize(join(dirname(file.path), target));
  const [from, into] = [roomOf(file.path), roomOf(to)];
  if (from !== into) {
    const allowed = ALLOWED_EDGES.some((edge) => edge.from === file.path && edge.to === to);
    return allowed ? [] : [`${file.path} imports ${to}: rooms meet only at #protocol`];
  }
  const order = from === 'widget' ? WIDGET_ORDER : from === 'server' ? SERVER_ORDER : undefined;
  const [own, other] = [folderOf(file.path), folderOf(to)];
  if (order === undefined || own === '' || own === other) return [];
  if (order[own] === undefined) return [`${file.path}: folder ${own} has no place in the order of ${from}`];
  return order[own].includes(other)
    ? []
    : [`${file.path} imports ${to}: ${own} may not know ${other || 'the room itself'}`];
}

function checkDoor(file: SourceFile, target: string): string[] {
  const room = roomOf(file.path);
  if (room === 'protocol')
    return [`${file.path} imports ${target}: inside the protocol room paths are relative`];
  if (target === SCHEMA_DOOR) {
    return SCHEMA_ROOMS.includes(room) ? [] : [`${file.path} imports ${target}: zod would reach the browser`];
  }
  return DOORS.includes(target) ? [] : [`${file.path} imports ${target}: not a door`];
}

function checkPackage(file: SourceFile, { target, typeOnly }: Import): string[] {
  if (roomOf(file.path) === 'protocol' && !SCHEMAS.test(file.path) && !typeOnly) {
    return [`${file.path} imports ${target}: the protocol has no run-time dependency`];
  }
  if (PURE.some((pattern) => pattern.test(file.path)) && target.startsWith('node:')) {
    return [`${file.path} imports ${target}: a pure file does no input or output`];
  }
  return [];
}

function checkImport(file: SourceFile, found: Import): string[] {
  if (found.target.startsWith('.')) return checkRelative(file, found.target.replace(/\?.*$/, ''));
  if (found.target.startsWith('#')) return checkDoor(file, found.target);
  return checkPackage(file, found);
}

function checkContent(file: SourceFile): string[] {
  const code = withoutComments(file.text);
  const found: string[] = [];
  if (PURE.some((pattern) => pattern.test(file.path)) && IMPURE_WORDS.test(code)) {
    found.push(`${file.path}: ${IMPURE_WORDS.exec(code)?.[0]} in a pure file`);
  }
  const readable = CITIZENS_WORDS.exec(code.replaceAll(PLACE_OF_SELECTION, ''))?.[0];
  if (file.path.startsWith('widget/sensors/') && readable) {
    found.push(`${file.path}: ${readable} in a sensor: values, keys and selections are never read`);
  }
  if (/\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/.test(code)) {
    found.push(`${file.path}: text becomes markup`);
  }
  return found;
}

function checkShape(file: SourceFile): string[] {
  const found: string[] = [];
  const name = file.path.split('/').at(-1) ?? '';
  if (GRAB_BAGS.test(file.path)) found.push(`${file.path}: a grab-bag; name it after what it does`);
  if (name.startsWith('index.') && file.path !== 'protocol/index.ts' && name !== 'index.html') {
    found.push(`${file.path}: a barrel`);
  }
  if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) found.push(`${file.path}: file names are kebab-case`);
  const lines = file.text.split('\n').length;
  if (lines > HARD_LINES && !SIZE_EXEMPT.test(file.path))
    found.push(`${file.path}: ${lines} lines, at most ${HARD_LINES}`);
  if (/\.tsx?$/.test(name) && !/^\/[/*]/.test(file.text))
    found.push(`${file.path}: no header line that says what it is for`);
  return found;
}

/** Every sentence is one violation; an empty list means that the house is in order. */
export function findViolations(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => ROOMS.includes(roomOf(file.path)))
    .flatMap((file) => [
      ...readImports(file.text).flatMap((found) => checkImport(file, found)),
      ...checkContent(file),
      ...checkShape(file),
    ]);
}
