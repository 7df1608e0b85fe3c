import { posix } from 'node:path';
import type { Files } from './planted-tree';
import { repositoryFiles, repositoryPaths } from './repository-files';

const PAGE = /^(README[\w.-]*|docs\/.*|apps\/[^/]+\/README|deploy\/README)\.md$/;
const LINK = /\]\(([^)\s]+)\)/g;
const ELSEWHERE = /^([a-z]+:|#)/;

/** Relative links of the pages to files or folders that do not exist; a link out of the repository is dead too. `paths` may be more than texts. */
function deadLinks(files: Files, paths: readonly string[] = Object.keys(files)): readonly string[] {
  const exists = (target: string): boolean => paths.some((path) => path === target || path.startsWith(`${target}/`));
  return Object.entries(files)
    .filter(([path]) => PAGE.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(LINK)]
        .map(([, link = '']) => link)
        .filter((link) => !ELSEWHERE.test(link))
        .filter((link) => !exists(posix.join(posix.dirname(path), link.replace(/#.*$/, '')).replace(/\/$/, '')))
        .map((link) => `${path} links to ${link}`),
    );
}

/** Pages under docs that no other page leads to. */
function lostPages(files: Files): readonly string[] {
  const linked = Object.entries(files)
    .filter(([path]) => PAGE.test(path))
    .flatMap(([path, text]) => [...text.matchAll(LINK)].map(([, link = '']) => posix.join(posix.dirname(path), link.replace(/#.*$/, ''))));
  return Object.keys(files).filter((path) => path.startsWith('docs/') && path.endsWith('.md') && !linked.includes(path));
}

describe('links between pages', () => {
  it.each([
    ['a file that is gone', { 'README.md': '[a](docs/gone.md)' }],
    ['a folder that is gone', { 'docs/a.md': '[a](../apps/gone/)', 'apps/here/README.md': '' }],
    ['a file with a longer name', { 'README.zh-CN.md': '[a](docs/a)', 'docs/a.md': '' }],
    ['a place outside', { 'apps/here/README.md': '[a](../../../other/README.md)' }],
  ])('are found dead when they lead to %s', (_, files: Files) => {
    expect(deadLinks(files)).toHaveLength(1);
  });

  it('are alive when they lead to a file, a folder, a heading or another site', () => {
    const text = '[a](docs/a.md#why) [b](apps/here) [c](#top) [d](https://example.org/x)';
    expect(deadLinks({ 'README.md': text, 'docs/a.md': '[up](../README.md)', 'apps/here/README.md': '' })).toEqual([]);
  });

  it('lead to pictures too, and are found dead when one is gone', () => {
    const page = { 'docs/a.md': '![a](b.jpg)' };
    expect(deadLinks(page, ['docs/a.md', 'docs/b.jpg'])).toEqual([]);
    expect(deadLinks(page, ['docs/a.md'])).toEqual(['docs/a.md links to b.jpg']);
  });

  it('are missed when no page leads to a page of docs', () => {
    expect(lostPages({ 'README.md': '[a](docs/a.md)', 'docs/a.md': '', 'docs/b.md': '' })).toEqual(['docs/b.md']);
  });

  it('of this repository are all alive, and no page is lost', () => {
    const files = repositoryFiles();
    expect(deadLinks(files, repositoryPaths())).toEqual([]);
    expect(lostPages(files)).toEqual([]);
  });
});
