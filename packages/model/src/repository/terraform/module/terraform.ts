import { defineTerraform, mapLeaf } from '../../../code/index.ts';
import type { Module } from './shape.ts';

export const terraform = defineTerraform<Module>({
  types: ['module'],
  read: (call) => {
    const source = call.string('source', { required: true });
    return {
      from: mapLeaf(source, fromOf),
      ref: mapLeaf(source, (text) => /[?&](?:ref|rev)=([^&]*)/.exec(text)?.[1]),
      version: call.string('version'),
    };
  },
});

function fromOf(source: string): Module['from'] {
  if (/^\.{1,2}(?:[/\\]|$)|^[/\\]|^[A-Za-z]:[/\\]/.test(source)) return 'local';
  if (/^(?:git|hg)::|^git@|^ssh:\/\/|^(?:github\.com|bitbucket\.org|gitlab\.com)[/:]|\.git(?:\/\/|\?|$)/.test(source)) return 'git';
  if (/^(?:s3|gcs)::|^[a-z]+:\/\//.test(source)) return 'archive';
  return 'registry';
}
