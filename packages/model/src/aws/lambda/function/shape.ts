import type { AttrMap } from '../../../node.ts';
import type { TextCredential } from '../../../secrets/index.ts';

/** A Lambda function. Source: AWS Lambda Developer Guide and hashicorp/aws provider documentation, read 2026-11-22. */
export interface LambdaFunction {
  /** `Zip` or `Image`. Default `Zip`. */
  readonly packageType: string;
  /** Identifier such as `python3.13`; undefined for images, which bring their own. */
  readonly runtime: string | undefined;
  /** Environment variables that hold a credential in plain text → its kind. */
  readonly credentials: AttrMap<string>;
  /** It has environment variables. */
  readonly hasEnvironment: boolean;
  /** A key of the account encrypts the environment. Default false: a key that AWS manages. */
  readonly hasCustomerKey: boolean;
  /** Attached to subnets. Default false. */
  readonly inVpc: boolean;
  readonly subnets: readonly string[];
  /** Where events go that it failed to handle. */
  readonly hasDeadLetterTarget: boolean;
  /** Only signed code is deployed. Default false. */
  readonly hasCodeSigning: boolean;
  /** `PassThrough` (default) or `Active`. */
  readonly tracingMode: string;
  /** Undefined: it shares what the account has left. -1 means the same. */
  readonly reservedConcurrency: number | undefined;
  /** Of code that stands in the template itself. */
  readonly codeCredential: TextCredential | undefined;
  /** Its HTTPS addresses. */
  readonly urls: readonly FunctionCors[];
  readonly tags: AttrMap<string>;
}

/** Which pages may call a function from a browser. */
export interface FunctionCors {
  /** `*` stands for all. Default none. */
  readonly origins: readonly string[];
  /** Default none. */
  readonly methods: readonly string[];
}
