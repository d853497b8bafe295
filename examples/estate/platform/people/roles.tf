data "aws_iam_policy_document" "operations_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }

    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }
  }
}

resource "aws_iam_role" "operations" {
  name                 = "minato-operations"
  assume_role_policy   = data.aws_iam_policy_document.operations_trust.json
  max_session_duration = 3600

  tags = { Owner = "cloud", Environment = "shared", CostCenter = "C100" }
}

data "aws_iam_policy_document" "operations_read" {
  statement {
    sid       = "Look"
    actions   = ["ec2:Describe*", "rds:Describe*", "cloudwatch:Get*", "cloudwatch:List*", "logs:FilterLogEvents"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "operations" {
  source_policy_documents = [data.aws_iam_policy_document.operations_read.json]

  statement {
    sid       = "RestartThings"
    actions   = ["ec2:StartInstances", "ec2:StopInstances", "ec2:RebootInstances", "rds:RebootDBInstance"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Environment"
      values   = ["production", "staging"]
    }
  }
}

resource "aws_iam_policy" "operations" {
  name   = "minato-operations"
  policy = data.aws_iam_policy_document.operations.json
}

resource "aws_iam_role_policy_attachment" "operations" {
  role       = aws_iam_role.operations.name
  policy_arn = aws_iam_policy.operations.arn
}

resource "aws_iam_role" "support" {
  name               = "minato-aws-support"
  assume_role_policy = data.aws_iam_policy_document.operations_trust.json

  tags = { Owner = "cloud", Environment = "shared", CostCenter = "C100" }
}

resource "aws_iam_role_policy_attachment" "support" {
  role       = aws_iam_role.support.name
  policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"
}

# 監視サービス会社の読み取りロール (契約 2023-)
resource "aws_iam_role" "monitoring_vendor" {
  name = "minato-monitoring-vendor"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "*" } # 先方のアカウント ID が未定だったので。確定後に差し替え → 未対応
    }]
  })

  tags = { Owner = "cloud", Environment = "shared", CostCenter = "C100" }
}

resource "aws_iam_role_policy_attachment" "monitoring_vendor" {
  role       = aws_iam_role.monitoring_vendor.name
  policy_arn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
}
