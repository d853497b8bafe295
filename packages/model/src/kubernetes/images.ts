/** References of container images. Source: OCI distribution and image specifications; read 2026-11-22. */

export interface ImageReference {
  /** Without tag and digest. */
  readonly repository: string;
  readonly tag: string | null;
  /** `sha256:…`, when it is one of the grammar and, for registered algorithms, of the right length. */
  readonly digest: string | null;
}

/** Hexadecimal digits of registered algorithms. */
const DIGEST_LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128, blake3: 64 };

export function parseImage(image: string): ImageReference {
  const at = image.indexOf('@');
  const named = at === -1 ? image : image.slice(0, at);
  const colon = named.lastIndexOf(':');
  // A colon before a slash belongs to the port of the registry.
  const hasTag = colon > named.lastIndexOf('/');
  return {
    repository: hasTag ? named.slice(0, colon) : named,
    tag: hasTag ? named.slice(colon + 1) : null,
    digest: at === -1 ? null : digestOf(image.slice(at + 1)),
  };
}

function digestOf(text: string): string | null {
  const match = /^([a-z0-9]+(?:[.+_-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/.exec(text);
  if (!match) return null;
  const [, algorithm = '', encoded = ''] = match;
  const length = DIGEST_LENGTHS[algorithm];
  return length === undefined || (encoded.length === length && /^[a-f0-9]+$/.test(encoded)) ? text : null;
}

/** The last part of the repository: `nginx` of `registry.example.com/web/nginx:1.27`. */
export function imageName(image: string): string {
  const { repository } = parseImage(image);
  return repository.slice(repository.lastIndexOf('/') + 1);
}
