import type { AttrMap } from '../../../node.ts';

/** A build stage: one FROM and what follows. Source: Docker's Dockerfile reference, read 2026-11-22. */
export interface Stage {
  /** The image it is built on, as written after build arguments are replaced; of a stage built on another one that stage's name. */
  readonly base: string;
  /** Built on another stage of the file. */
  readonly isBaseStage: boolean;
  /** The last stage of the file: what is shipped. */
  readonly isFinal: boolean;
  readonly alias: string | undefined;
  /** No other stage has the same alias. */
  readonly isAliasUnique: boolean;
  readonly platform: string | undefined;
  /** The last USER of this stage, else of the stage it is built on. */
  readonly user: string | undefined;
  readonly workdirs: readonly string[];
  readonly exposes: readonly ExposedPort[];
  readonly copies: readonly Copy[];
  readonly runs: readonly Run[];
  /** ENV */
  readonly environment: AttrMap<string>;
  /** Variables of ENV that hold a credential → its kind. */
  readonly credentials: AttrMap<string>;
  /** ARG; an empty text for one without default. */
  readonly arguments: AttrMap<string>;
  readonly healthchecks: readonly string[];
  readonly commands: readonly string[];
  readonly entrypoints: readonly string[];
  readonly maintainers: readonly string[];
}

export interface ExposedPort {
  readonly from: number;
  readonly to: number;
  /** `tcp`, `udp` */
  readonly protocol: string;
}

export interface Copy {
  readonly isAdd: boolean;
  /** `--checksum` is given. */
  readonly hasChecksum: boolean;
  readonly sources: readonly string[];
  readonly destination: string | undefined;
  /** `--from` */
  readonly from: string | undefined;
  readonly isFromItself: boolean;
}

export interface Run {
  readonly text: string;
  readonly commands: readonly Command[];
}

export interface Command {
  /** Without its folder. Empty when only variables are set. */
  readonly program: string;
  readonly words: readonly string[];
  readonly isSudo: boolean;
  /** `NAME=value` before the program. */
  readonly assignments: readonly string[];
}
