terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.60, < 7.0"
    }
  }
}

locals {
  listen_ports = toset(["80", "443"])
}

resource "aws_security_group" "load_balancer" {
  name        = "${var.name}-alb"
  description = "Visitors of ${var.name}"
  vpc_id      = var.network.vpc_id

  dynamic "ingress" {
    for_each = local.listen_ports

    content {
      description = "Web from allowed networks"
      protocol    = "tcp"
      from_port   = tonumber(ingress.value)
      to_port     = tonumber(ingress.value)
      cidr_blocks = var.network.client_cidrs
    }
  }

  egress {
    description = "To the containers"
    protocol    = "tcp"
    from_port   = var.container.port
    to_port     = var.container.port
    cidr_blocks = ["10.0.0.0/8"]
  }

  tags = merge(var.tags, { Name = "${var.name}-alb" })
}

resource "aws_security_group" "task" {
  name        = "${var.name}-task"
  description = "Containers of ${var.name}"
  vpc_id      = var.network.vpc_id
  tags        = merge(var.tags, { Name = "${var.name}-task" })
}

resource "aws_vpc_security_group_ingress_rule" "task_from_load_balancer" {
  security_group_id            = aws_security_group.task.id
  description                  = "Application port from the load balancer"
  ip_protocol                  = "tcp"
  from_port                    = var.container.port
  to_port                      = var.container.port
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "task_out" {
  security_group_id = aws_security_group.task.id
  description       = "Payment gateway, AWS APIs"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_lb" "this" {
  name               = var.name
  load_balancer_type = "application"
  internal           = false
  security_groups    = [aws_security_group.load_balancer.id]
  subnets            = var.network.public_subnet_ids

  drop_invalid_header_fields = true
  enable_deletion_protection = true

  dynamic "access_logs" {
    for_each = var.access_log_bucket[*]

    content {
      enabled = true
      bucket  = access_logs.value
      prefix  = "alb/${var.name}"
    }
  }

  tags = var.tags
}

resource "aws_lb_target_group" "this" {
  name        = var.name
  vpc_id      = var.network.vpc_id
  protocol    = "HTTP"
  port        = var.container.port
  target_type = "ip"

  health_check {
    path    = "/healthz"
    matcher = "200"
  }

  tags = var.tags
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = var.tls.policy
  certificate_arn   = var.tls.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTP"
  port              = 80

  dynamic "default_action" {
    for_each = var.tls.redirect_http ? [443] : []

    content {
      type = "redirect"

      redirect {
        protocol    = "HTTPS"
        port        = tostring(default_action.value)
        status_code = "HTTP_301"
      }
    }
  }

  dynamic "default_action" {
    for_each = var.tls.redirect_http ? [] : [aws_lb_target_group.this.arn]

    content {
      type             = "forward"
      target_group_arn = default_action.value
    }
  }
}
