/** The estate that the live AWS test makes in moto: a good and a bad one of everything, and what has to be said of them. */
import type { Status } from '@kumomori/model';
import * as ec2 from './ec2.ts';
import * as iam from './iam.ts';
import * as s3 from './s3.ts';
import * as security from './security.ts';

/** How clients of the SDK reach the server. */
export interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** `[check, name of the resource or a part of its id, verdict]` */
export type Expectation = readonly [check: string, resource: string, status: Status];

export interface EstatePart {
  build(connection: Connection): Promise<void>;
  readonly expected: readonly Expectation[];
}

/** Made in this order: flow logs want their bucket. */
export const parts: Readonly<Record<string, EstatePart>> = { s3, ec2, iam, security };
