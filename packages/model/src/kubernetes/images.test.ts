import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageName, parseImage } from './images.ts';

const SHA256 = `sha256:${'0123456789abcdef'.repeat(4)}`;

const cases: readonly (readonly [string, string, string | null, string | null])[] = [
  ['nginx', 'nginx', null, null],
  ['nginx:1.27', 'nginx', '1.27', null],
  ['registry.example.com:5000/web/nginx', 'registry.example.com:5000/web/nginx', null, null],
  ['registry.example.com:5000/web/nginx:1.27', 'registry.example.com:5000/web/nginx', '1.27', null],
  [`nginx:1.27@${SHA256}`, 'nginx', '1.27', SHA256],
  ['nginx@sha256:0123', 'nginx', null, null],
  [`nginx@${SHA256.toUpperCase()}`, 'nginx', null, null],
  ['nginx@custom+v1:abc=', 'nginx', null, 'custom+v1:abc='],
];

for (const [image, repository, tag, digest] of cases) {
  test(`image ${image} has the tag ${tag} and the digest ${digest?.slice(0, 12) ?? null}`, () => {
    assert.deepEqual(parseImage(image), { repository, tag, digest });
  });
}

test('the name of an image is the last part of its repository', () => {
  assert.equal(imageName(`registry.example.com:5000/web/nginx:1.27@${SHA256}`), 'nginx');
});
