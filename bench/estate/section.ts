/** A piece of a synthetic root module: one small system as a team would write it, 25 to 80 lines. */
import type { Random } from './random.ts';

export interface SectionContext {
  readonly random: Random;
  /** A label that no other section of the root uses: `orders_17`. */
  readonly label: string;
  /** The same with dashes, for names in the cloud. */
  readonly name: string;
  /** Path from the root to its module group: `../../modules/group-1`. */
  readonly modules: string;
}

export interface Section {
  /** File of the root it is written to. */
  readonly file: string;
  readonly weight: number;
  readonly text: (context: SectionContext) => string;
}
