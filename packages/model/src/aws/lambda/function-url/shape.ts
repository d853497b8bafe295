/** The HTTPS address of a function. Source: AWS Lambda Developer Guide, "Creating and managing function URLs", read 2026-11-22. */
export interface FunctionUrl {
  /** `AWS_IAM` or `NONE`. */
  readonly authType: string;
  /** Sites whose pages may call it; `*` stands for all. Default none. */
  readonly allowedOrigins: readonly string[];
}
