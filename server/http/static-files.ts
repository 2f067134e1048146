// Files of the build from a fixed folder: names only, no paths that lead out of it.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/** Null when there is no such file, or it is none of this folder's business. */
export async function readStaticFile(root: string, name: string): Promise<StaticFile | null> {
  const type = TYPES[extname(name)];
  const path = normalize(join(root, name));
  if (type === undefined || name.includes('\0') || !path.startsWith(root + sep)) return null;
  try {
    return { bytes: new Uint8Array(await readFile(path)), type };
  } catch {
    return null;
  }
}
