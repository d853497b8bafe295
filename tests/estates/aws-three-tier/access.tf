data "aws_iam_policy_document" "ec2" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "app" {
  name               = "booking-app"
  assume_role_policy = data.aws_iam_policy_document.ec2.json
}

resource "aws_iam_instance_profile" "app" {
  name = "booking-app"
  role = aws_iam_role.app.name
}

resource "aws_iam_role_policy" "app" {
  name = "work"
  role = aws_iam_role.app.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Invoices", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.invoices.arn}/*" },
      { Sid = "Payment", Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = aws_secretsmanager_secret.payment.arn },
      { Sid = "Decrypt", Effect = "Allow", Action = "kms:Decrypt", Resource = aws_kms_key.data.arn },
      { Sid = "Database", Effect = "Allow", Action = "rds-db:connect", Resource = "arn:aws:rds-db:ap-northeast-1:123456789012:dbuser:${aws_db_instance.booking.resource_id}/app" },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "app_ssm" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_role" "bastion" {
  name               = "booking-bastion"
  assume_role_policy = data.aws_iam_policy_document.ec2.json
}

resource "aws_iam_instance_profile" "bastion" {
  name = "booking-bastion"
  role = aws_iam_role.bastion.name
}

# dumps are copied by hand before a release
resource "aws_iam_role_policy" "bastion" {
  name = "dumps"
  role = aws_iam_role.bastion.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Dumps", Effect = "Allow", Action = "s3:*", Resource = [aws_s3_bucket.backup.arn, "${aws_s3_bucket.backup.arn}/*"] },
    ]
  })
}

resource "aws_iam_group" "developers" {
  name = "developers"
}

resource "aws_iam_group" "operators" {
  name = "operators"
}

resource "aws_iam_group_policy" "developers" {
  name  = "develop"
  group = aws_iam_group.developers.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Look", Effect = "Allow", Action = ["ec2:Describe*", "elasticloadbalancing:Describe*", "rds:Describe*", "cloudwatch:Get*", "logs:Get*", "logs:FilterLogEvents"], Resource = "*" },
      { Sid = "Assets", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource = "${aws_s3_bucket.assets.arn}/*" },
      { Sid = "Sessions", Effect = "Allow", Action = "ssm:StartSession", Resource = "*" },
    ]
  })
}

resource "aws_iam_group_policy" "operators" {
  name  = "operate"
  group = aws_iam_group.operators.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Machines", Effect = "Allow", Action = "ec2:*", Resource = "*" },
      { Sid = "Pass", Effect = "Allow", Action = "iam:PassRole", Resource = "*" },
      { Sid = "OwnKeys", Effect = "Allow", Action = ["iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:ListAccessKeys"], Resource = "arn:aws:iam::123456789012:user/$${aws:username}" },
    ]
  })
}

# break-glass, started by machines of the platform team only
resource "aws_iam_role" "platform_automation" {
  name               = "platform-automation"
  assume_role_policy = data.aws_iam_policy_document.ec2.json
}

resource "aws_iam_role_policy_attachment" "platform_automation" {
  role       = aws_iam_role.platform_automation.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_instance_profile" "platform_automation" {
  name = "platform-automation"
  role = aws_iam_role.platform_automation.name
}

resource "aws_iam_user" "developer" {
  for_each = toset(["suzuki.mei", "kato.ren"])
  name     = each.key
}

resource "aws_iam_user_group_membership" "developer" {
  for_each = aws_iam_user.developer
  user     = each.value.name
  groups   = [aws_iam_group.developers.name]
}

resource "aws_iam_user" "operator" {
  name = "ito.sora"
}

resource "aws_iam_user_group_membership" "operator" {
  user   = aws_iam_user.operator.name
  groups = [aws_iam_group.operators.name]
}

# uploads assets from the build server; nothing else
resource "aws_iam_user" "uploader" {
  name = "asset-uploader"
}

resource "aws_iam_user_policy" "uploader" {
  name = "upload"
  user = aws_iam_user.uploader.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = "${aws_s3_bucket.assets.arn}/*" }]
  })
}
