/** A virtual desktop. Sources: hashicorp/aws documentation of aws_workspaces_workspace; AWS::WorkSpaces::Workspace; read 2026-11-22. */
export interface Workspace {
  /** Default false. */
  readonly userVolumeEncrypted: boolean;
  /** Default false. */
  readonly rootVolumeEncrypted: boolean;
}
