/**
 * Credentials for fakes of AWS: the SDK reads the environment of the process, and nothing of the machine may count. Tests of all files share
 * one process, so they stay until it ends.
 */
export function signInToAws(): void {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: ['AKIA', 'EXAMPLE'].join(''),
    AWS_SECRET_ACCESS_KEY: ['not', 'a', 'secret'].join('-'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
}
