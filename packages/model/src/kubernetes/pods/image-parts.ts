/** Tag and digest of an image, as far as they are known: `${var.registry}/api:1.4` has a known tag. */
import type { BlockReader } from '../../code/index.ts';
import { HOLE } from '../../code/index.ts';
import type { Leaf } from '../../node.ts';
import { absent, explicit, unresolved } from '../../node.ts';
import { parseImage } from '../images.ts';

interface ImageParts {
  readonly imageTag: Leaf<string | undefined>;
  readonly imageDigest: Leaf<string | undefined>;
}

export function imageParts(container: BlockReader): ImageParts {
  const image = container.text('image');
  if (image.value === undefined) return { imageTag: image, imageDigest: image };
  const { place } = image;
  const unknown = unresolved<string>({ code: 'computed', detail: 'a part of the image is not known' }, place);
  const { tag, digest } = parseImage(image.value);
  // What is not known at the end may hold a tag or a digest.
  const isOpen = image.value.endsWith(HOLE);
  const part = (text: string | null): Leaf<string | undefined> => {
    if (text?.includes(HOLE)) return unknown;
    if (text !== null) return explicit<string | undefined>(text, place);
    return isOpen ? unknown : absent<string | undefined>(place);
  };
  return { imageTag: part(tag), imageDigest: part(digest) };
}
