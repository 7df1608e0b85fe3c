import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, REPOSITORY } from './planted-tree';

/** Paths of the files that are in the repository or about to be. */
export function repositoryPaths(): readonly string[] {
  const listed = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0'))].filter(
    (path) => path !== '' && existsSync(join(REPOSITORY, path)) && statSync(join(REPOSITORY, path)).isFile(),
  );
}

/** The texts among them. */
export function repositoryFiles(): Files {
  const texts = repositoryPaths().map((path): [string, string] => [path, readFileSync(join(REPOSITORY, path), 'utf8')]);
  return Object.fromEntries(texts.filter(([, text]) => !text.includes('\0')));
}
