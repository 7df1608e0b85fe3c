import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const REPOSITORY = join(__dirname, '../..');

/** Text by path, relative to the top of the tree. */
export type Files = Readonly<Record<string, string>>;

/** A tree in a temporary folder, written to prove that a check fires. Take it away with `removeTree`. */
export function plantTree(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'liuqu-planted-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

export function removeTree(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
