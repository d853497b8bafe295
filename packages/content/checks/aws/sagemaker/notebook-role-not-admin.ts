/** Whoever opens the notebook acts with its role. */
import { any, anyOf, anyStatement, coversAllActions, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebook roles are no administrators', ja: 'ノートブックのロールが管理者権限を持たない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.sagemaker.notebook-role',
  why: {
    en: 'Everybody who may open the notebook, and every package they install, acts with its role.',
    ja: 'ノートブックを開ける全員と、そこで入れた全パッケージが、そのロールの権限で動作します。',
  },
  fix: {
    summary: {
      en: 'Grant the actions that the work needs.',
      ja: '作業に必要な操作だけを許可してください。',
    },
    terraform: `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = aws_iam_role.notebooks.arn
  instance_type = "ml.t3.medium"
}
resource "aws_iam_role" "notebooks" {
  name = "notebooks"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "sagemaker.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "notebooks" {
  role   = aws_iam_role.notebooks.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders-data/*" }] })
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: !GetAtt Notebooks.Arn
      InstanceType: ml.t3.medium
  Notebooks:
    Type: AWS::IAM::Role
    Properties:
      RoleName: notebooks
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: sagemaker.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: notebooks
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::orders-data/*`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html'],
  equivalents: ['CKV2_AWS_68'],
  noFramework: 'no control mapping yet',
  evaluate(notebook) {
    const isAdmin = anyOf(
      () =>
        any(notebook.policies, (policy) =>
          anyStatement(policy, (statement) => statement.effect === 'Allow' && coversAllActions(statement)),
        ),
      () => any(notebook.managedPolicies, (arn) => arn.endsWith(':policy/AdministratorAccess')),
    );
    if (!isAdmin) return pass();
    return fail({
      en: `The role of notebook ${notebook.name} allows every action`,
      ja: `ノートブック ${notebook.name} のロールはすべての操作を許可しています`,
    });
  },
  examples: [
    fails(
      'every action',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = aws_iam_role.notebooks.arn
  instance_type = "ml.t3.medium"
}
resource "aws_iam_role" "notebooks" {
  name = "notebooks"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "sagemaker.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "notebooks" {
  role   = aws_iam_role.notebooks.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: !GetAtt Notebooks.Arn
      InstanceType: ml.t3.medium
  Notebooks:
    Type: AWS::IAM::Role
    Properties:
      RoleName: notebooks
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: sagemaker.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: notebooks
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "*"
                Resource: "*"`,
      },
    ),
    passes(
      'one bucket',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = aws_iam_role.notebooks.arn
  instance_type = "ml.t3.medium"
}
resource "aws_iam_role" "notebooks" {
  name = "notebooks"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "sagemaker.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "notebooks" {
  role   = aws_iam_role.notebooks.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders-data/*" }] })
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: !GetAtt Notebooks.Arn
      InstanceType: ml.t3.medium
  Notebooks:
    Type: AWS::IAM::Role
    Properties:
      RoleName: notebooks
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: sagemaker.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: notebooks
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::orders-data/*`,
      },
    ),
  ],
});
