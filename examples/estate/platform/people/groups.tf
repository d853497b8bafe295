resource "aws_iam_group" "this" {
  for_each = local.groups

  name = each.key
  path = "/people/"
}

data "aws_iam_policy_document" "require_mfa" {
  statement {
    sid       = "OwnMfaAndPassword"
    actions   = ["iam:ChangePassword", "iam:EnableMFADevice", "iam:ListMFADevices", "iam:ResyncMFADevice", "iam:GetUser"]
    resources = ["arn:aws:iam::123456789012:user/people/$${aws:username}", "arn:aws:iam::123456789012:mfa/people/$${aws:username}"]
  }

  statement {
    sid         = "NothingElseWithoutMfa"
    effect      = "Deny"
    not_actions = ["iam:ChangePassword", "iam:EnableMFADevice", "iam:ListMFADevices", "iam:ResyncMFADevice", "iam:GetUser", "sts:GetSessionToken"]
    resources   = ["*"]

    condition {
      test     = "BoolIfExists"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["false"]
    }
  }
}

resource "aws_iam_policy" "require_mfa" {
  name   = "minato-require-mfa"
  path   = "/people/"
  policy = data.aws_iam_policy_document.require_mfa.json
}

resource "aws_iam_group_policy_attachment" "require_mfa" {
  for_each = local.mfa_groups

  group      = aws_iam_group.this[each.key].name
  policy_arn = aws_iam_policy.require_mfa.arn
}

resource "aws_iam_group_policy_attachment" "read_only" {
  for_each = toset(["developers", "analysts"])

  group      = aws_iam_group.this[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
}

resource "aws_iam_group_policy" "assume_operations" {
  name  = "assume-operations-role"
  group = aws_iam_group.this["cloud-admins"].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Resource  = "arn:aws:iam::123456789012:role/minato-operations"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}

# 2021 年の基幹システム移行で作ったグループ。ファイル受け渡しとアカウント棚卸しの両方に使った。
# 移行は 2022 に終わったが、夜間バッチが使っているかもしれないので残している (OPS-877)
resource "aws_iam_group_policy" "system_maintenance" {
  name  = "system-maintenance"
  group = aws_iam_group.this["system-maintenance"].name

  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "FileTransfer",
      "Effect": "Allow",
      "Action": ["s3:Get*", "s3:List*", "s3:PutObject", "s3:DeleteObject"],
      "Resource": ["arn:aws:s3:::minato-*", "arn:aws:s3:::minato-*/*"]
    },
    {
      "Sid": "AccountInventory",
      "Effect": "Allow",
      "Action": ["iam:List*", "iam:Get*", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:AttachUserPolicy"],
      "Resource": "*"
    }
  ]
}
EOF
}
