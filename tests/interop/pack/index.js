// Eight policies on Pulumi's own policy SDK. tests/PeerPack has the same ones in C#; tests hold both to the same answers.
"use strict";
const { PolicyPack, validateResourceOfType, remediateResourceOfType } = require("@pulumi/policy");

// The classes of @pulumi/aws carry their type under this name. A pack that needs no more of them starts faster without the package.
const resourceType = type => ({ __pulumiType: type });
const Bucket = resourceType("aws:s3/bucket:Bucket");
const EndpointConfiguration = resourceType("aws:sagemaker/endpointConfiguration:EndpointConfiguration");
const LogGroup = resourceType("aws:cloudwatch/logGroup:LogGroup");
const NotebookInstance = resourceType("aws:sagemaker/notebookInstance:NotebookInstance");
const Parameter = resourceType("aws:ssm/parameter:Parameter");
const SecurityGroup = resourceType("aws:ec2/securityGroup:SecurityGroup");
const accessBlockType = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

const bucketsArePrivate = {
  name: "buckets-are-private",
  description: "No bucket can be read by everybody.",
  enforcementLevel: "mandatory",
  severity: "critical",
  validateResource: validateResourceOfType(Bucket, (bucket, args, reportViolation) => {
    if (bucket.acl === "public-read" || bucket.acl === "public-read-write") {
      reportViolation(`${args.name}: acl is ${bucket.acl}, expected private.`);
    }
  }),
};

const notebooksAreSmall = {
  name: "notebooks-are-small",
  displayName: "Small notebooks",
  description: "Notebooks run on small instances with small volumes.",
  enforcementLevel: "mandatory",
  configSchema: {
    properties: {
      instanceTypes: { type: "array", items: { type: "string" }, default: ["ml.t3.medium", "ml.t3.large"] },
      largestVolume: { type: "integer", minimum: 5, maximum: 16384, default: 50 },
    },
  },
  validateResource: validateResourceOfType(NotebookInstance, (notebook, args, reportViolation) => {
    const { instanceTypes = ["ml.t3.medium", "ml.t3.large"], largestVolume = 50 } = args.getConfig();
    if (!instanceTypes.includes(notebook.instanceType)) {
      reportViolation(`${args.name}: instanceType is ${notebook.instanceType}, accepted are ${instanceTypes.join(", ")}.`);
    }
    if (notebook.volumeSize > largestVolume) {
      reportViolation(`${args.name}: volumeSize is ${notebook.volumeSize} GB, accepted are ${largestVolume}.`);
    }
  }),
};

const variantsAreFew = {
  name: "variants-are-few",
  description: "No production variant starts with more than four instances.",
  enforcementLevel: "advisory",
  severity: "low",
  validateResource: validateResourceOfType(EndpointConfiguration, (configuration, args, reportViolation) => {
    configuration.productionVariants.forEach((variant, index) => {
      if (variant.initialInstanceCount > 4) {
        reportViolation(`${args.name}: productionVariants[${index}].initialInstanceCount is ${variant.initialInstanceCount}.`);
      }
    });
  }),
};

const shellsAreClosed = {
  name: "shells-are-closed",
  description: "Nobody reaches port 22 from the internet.",
  enforcementLevel: "mandatory",
  severity: "high",
  framework: { name: "Example rules", version: "1.0", reference: "4.1", specification: "Restrict SSH." },
  tags: ["network", "security"],
  remediationSteps: "Name the addresses that need it.",
  url: "https://example.com/shells-are-closed",
  validateResource: validateResourceOfType(SecurityGroup, (group, args, reportViolation) => {
    (group.ingress || []).forEach((rule, index) => {
      if (rule.fromPort <= 22 && rule.toPort >= 22 && (rule.cidrBlocks || []).some(block => block === "0.0.0.0/0")) {
        reportViolation(`${args.name}: ingress[${index}] lets 0.0.0.0/0 in on ports ${rule.fromPort} to ${rule.toPort}.`);
      }
    });
  }),
};

const logGroupsExpire = {
  name: "log-groups-expire",
  description: "Log groups keep events for a limited time.",
  enforcementLevel: "remediate",
  remediateResource: remediateResourceOfType(LogGroup, group => {
    if (!group.retentionInDays) {
      group.retentionInDays = 30;
      return group;
    }
  }),
  validateResource: validateResourceOfType(LogGroup, (group, args, reportViolation) => {
    if (!group.retentionInDays) {
      reportViolation(`${args.name}: retentionInDays is not set.`);
    }
  }),
};

const taggedTypes = [Bucket, LogGroup, NotebookInstance, SecurityGroup];
const ownersAreNamed = {
  name: "owners-are-named",
  description: "Whatever can have tags names its owner.",
  enforcementLevel: "remediate",
  configSchema: { properties: { owner: { type: "string", minLength: 1, default: "platform" } } },
  remediateResource: args => {
    if (!taggedTypes.some(args.isType)) {
      return args.notApplicable("Resources of this type have no owner.");
    }
    const { owner = "platform" } = args.getConfig();
    if (!args.props.tags) {
      args.props.tags = { owner };
    } else if (!args.props.tags.owner) {
      args.props.tags.owner = owner;
    } else {
      return;
    }
    return args.props;
  },
  validateResource: (args, reportViolation) => {
    if (!taggedTypes.some(args.isType)) {
      args.notApplicable("Resources of this type have no owner.");
    }
    if (!args.props.tags || !args.props.tags.owner) {
      reportViolation(`${args.name}: the tag owner is not set.`);
    }
  },
};

const parametersAreStrong = {
  name: "parameters-are-strong",
  description: "Parameters are encrypted, long, and not deleted by accident.",
  enforcementLevel: "mandatory",
  validateResource: validateResourceOfType(Parameter, (parameter, args, reportViolation) => {
    if (parameter.type !== "SecureString") {
      reportViolation(`${args.name}: type is ${parameter.type}, expected SecureString.`);
    }
    if (!args.opts.protect) {
      reportViolation(`${args.name} is not protected.`);
    }
    if (parameter.value.length < 12) {
      reportViolation(`${args.name}: the value has ${parameter.value.length} characters, expected are 12.`);
    }
  }),
};

const bucketsBlockAccess = {
  name: "buckets-block-access",
  description: "Every bucket has a public access block, and a stack has few buckets.",
  enforcementLevel: "mandatory",
  configSchema: { properties: { most: { type: "integer", minimum: 1, default: 20 } } },
  validateStack: (args, reportViolation) => {
    const { most = 20 } = args.getConfig();
    const buckets = args.resources.filter(resource => resource.isType(Bucket));
    const blocked = new Set(args.resources
      .filter(resource => resource.type === accessBlockType)
      .flatMap(block => block.propertyDependencies.bucket || [])
      .map(bucket => bucket.urn));
    for (const bucket of buckets) {
      if (!blocked.has(bucket.urn)) {
        reportViolation(`${bucket.name} has no public access block.`, bucket.urn);
      }
    }
    if (buckets.length > most) {
      reportViolation(`There are ${buckets.length} buckets, accepted are ${most}.`);
    }
    for (const bucket of buckets) {
      if (bucket.props.bucket === "public") {
        reportViolation(`${bucket.name} is called public.`, bucket.urn);
      }
    }
  },
};

new PolicyPack("interop-examples", {
  displayName: "Interop examples",
  description: "Eight example policies.",
  policies: [
    bucketsArePrivate,
    notebooksAreSmall,
    variantsAreFew,
    shellsAreClosed,
    logGroupsExpire,
    ownersAreNamed,
    parametersAreStrong,
    bucketsBlockAccess,
  ],
});
