/** The invented company behind the sandbox tenant. */
export const company = {
  name: 'Larkfield Group',
  tenantName: 'Larkfield (sandbox)',
  org: 'larkfield-sandbox',
  pod: 'sandbox1-local',
  mailDomain: 'larkfield.example',
} as const

export interface Department {
  name: string
  titles: readonly string[]
  costCentre: string
  /** Relative size; a department's share of the people. */
  weight: number
}

export const departments: readonly Department[] = [
  {
    name: 'Finance',
    costCentre: 'FIN-110',
    weight: 5,
    titles: ['Financial accountant', 'Accounts payable clerk', 'Controller', 'Tax analyst'],
  },
  {
    name: 'Engineering',
    costCentre: 'ENG-240',
    weight: 7,
    titles: ['Software engineer', 'Firmware engineer', 'Test engineer', 'Systems architect'],
  },
  {
    name: 'Laboratory',
    costCentre: 'LAB-310',
    weight: 4,
    titles: ['Lab technician', 'Research chemist', 'Calibration specialist'],
  },
  {
    name: 'Supply Chain',
    costCentre: 'SCM-420',
    weight: 5,
    titles: ['Buyer', 'Warehouse planner', 'Logistics coordinator', 'Dock supervisor'],
  },
  {
    name: 'Sales',
    costCentre: 'SAL-510',
    weight: 5,
    titles: ['Account manager', 'Bid writer', 'Sales engineer', 'Regional lead'],
  },
  {
    name: 'Customer Care',
    costCentre: 'CCA-530',
    weight: 4,
    titles: ['Care agent', 'Field service planner', 'Spare parts adviser'],
  },
  { name: 'People', costCentre: 'PPL-610', weight: 2, titles: ['HR partner', 'Recruiter', 'Payroll specialist'] },
  {
    name: 'Legal and Compliance',
    costCentre: 'LEG-640',
    weight: 1,
    titles: ['Contract lawyer', 'Compliance officer', 'Privacy adviser'],
  },
  {
    name: 'Information Technology',
    costCentre: 'ITS-700',
    weight: 3,
    titles: ['Systems administrator', 'Network engineer', 'Service desk analyst'],
  },
  { name: 'Facilities', costCentre: 'FAC-810', weight: 1, titles: ['Site coordinator', 'Receptionist', 'Safety officer'] },
]

export const locations: readonly string[] = ['Lund', 'Leeds', 'Porto', 'Kraków', 'Pune', 'Toronto', 'Singapore', 'Montevideo']

/** A person's place in the directory, as far as an account name or a sentence needs it. */
export interface Named {
  name: string
  alias: string
  firstname: string
  lastname: string
  department: string
}

/** An application the company manages access to. `rights` are given and taken; `fields` change from one value to another. */
export interface SourceData {
  name: string
  account: (person: Named) => string
  rights: ReadonlyArray<{ attribute: string; value: string; title: string }>
  fields: ReadonlyArray<{ attribute: string; title: string; values: readonly string[] }>
}

const initialLast = (person: Named): string => {
  const [first = '', ...rest] = person.alias.split('.')
  return `${first.slice(0, 1)}.${rest.join('.')}`
}
const compact = (person: Named): string => person.alias.replaceAll('.', '').slice(0, 12).toUpperCase()
const distinguished = (person: Named): string => `CN=${person.name},OU=${person.department},DC=corp,DC=larkfield,DC=example`

export const sources: readonly SourceData[] = [
  {
    name: 'Active Directory',
    account: distinguished,
    rights: [
      {
        attribute: 'memberOf',
        value: 'CN=GG-Finance-Share-RW,OU=Groups,DC=corp,DC=larkfield,DC=example',
        title: 'write access to the Finance share',
      },
      {
        attribute: 'memberOf',
        value: 'CN=GG-VPN-Users,OU=Groups,DC=corp,DC=larkfield,DC=example',
        title: 'remote access by VPN',
      },
      {
        attribute: 'memberOf',
        value: 'CN=GG-Print-Lab,OU=Groups,DC=corp,DC=larkfield,DC=example',
        title: 'the laboratory printers',
      },
      {
        attribute: 'memberOf',
        value: 'CN=GG-Server-Operators,OU=Groups,DC=corp,DC=larkfield,DC=example',
        title: 'server operator rights',
      },
      {
        attribute: 'memberOf',
        value: 'CN=GG-Project-Heron,OU=Groups,DC=corp,DC=larkfield,DC=example',
        title: 'the Project Heron folder',
      },
    ],
    fields: [
      { attribute: 'department', title: 'department', values: ['Finance', 'Sales', 'Laboratory', 'Engineering'] },
      { attribute: 'physicalDeliveryOfficeName', title: 'office', values: ['Lund', 'Leeds', 'Porto', 'Pune'] },
      { attribute: 'accountExpires', title: 'account expiry', values: ['2027-03-31', '2027-06-30', 'never'] },
    ],
  },
  {
    name: 'Ledger',
    account: initialLast,
    rights: [
      { attribute: 'groups', value: 'GL-Posting', title: 'posting rights' },
      { attribute: 'groups', value: 'GL-Closing', title: 'month-end closing rights' },
      { attribute: 'groups', value: 'AP-Release', title: 'release of supplier payments' },
      { attribute: 'groups', value: 'AR-Clerk', title: 'receivables clerk rights' },
      { attribute: 'groups', value: 'Auditor-ReadOnly', title: 'auditor read access' },
    ],
    fields: [
      { attribute: 'costCentre', title: 'cost centre', values: ['EMEA-114', 'EMEA-120', 'APAC-031', 'AMER-207'] },
      { attribute: 'paymentLimit', title: 'payment limit', values: ['5000 EUR', '25000 EUR', '100000 EUR'] },
    ],
  },
  {
    name: 'Paydeck',
    account: compact,
    rights: [
      { attribute: 'roles', value: 'PAYROLL_VIEW', title: 'read access to payroll runs' },
      { attribute: 'roles', value: 'PAYROLL_PREPARE', title: 'preparing payroll runs' },
      { attribute: 'roles', value: 'PAYROLL_RELEASE', title: 'release of payroll runs' },
    ],
    fields: [{ attribute: 'payrollArea', title: 'payroll area', values: ['SE01', 'UK02', 'PT01', 'IN03'] }],
  },
  {
    name: 'Kindred CRM',
    account: (person) => `${person.alias}@${company.mailDomain}`,
    rights: [
      { attribute: 'profile', value: 'Account Owner', title: 'account owner profile' },
      { attribute: 'profile', value: 'Quote Approver', title: 'approval of quotes' },
      { attribute: 'permissionSets', value: 'Export Reports', title: 'export of customer reports' },
    ],
    fields: [{ attribute: 'territory', title: 'territory', values: ['Nordics', 'Iberia', 'British Isles', 'South Asia'] }],
  },
  {
    name: 'Trackwell',
    account: (person) => person.alias,
    rights: [
      { attribute: 'teams', value: 'service-desk-l1', title: 'the first-line service desk team' },
      { attribute: 'teams', value: 'change-approvers', title: 'the change approvers' },
      { attribute: 'teams', value: 'asset-managers', title: 'asset management' },
    ],
    fields: [{ attribute: 'defaultQueue', title: 'default queue', values: ['EMEA-L1', 'EMEA-L2', 'APAC-L1'] }],
  },
  {
    name: 'Stockroom',
    account: compact,
    rights: [
      { attribute: 'entitlements', value: 'GOODS_IN', title: 'booking of incoming goods' },
      { attribute: 'entitlements', value: 'STOCK_ADJUST', title: 'stock adjustments' },
      { attribute: 'entitlements', value: 'HAZMAT_RELEASE', title: 'release of hazardous material' },
    ],
    fields: [{ attribute: 'warehouse', title: 'warehouse', values: ['LDS-1', 'OPO-2', 'PNQ-1'] }],
  },
  {
    name: 'Meridian',
    account: (person) => person.alias.replaceAll('.', '_'),
    rights: [
      { attribute: 'grants', value: 'finance_mart.read', title: 'read access to the finance mart' },
      { attribute: 'grants', value: 'people_mart.read', title: 'read access to the people mart' },
      { attribute: 'grants', value: 'sales_mart.write', title: 'write access to the sales mart' },
    ],
    fields: [{ attribute: 'warehouseSize', title: 'compute size', values: ['S', 'M', 'XL'] }],
  },
  {
    name: 'Gatehouse',
    account: (person) => `BADGE-${compact(person).slice(0, 6)}`,
    rights: [
      { attribute: 'zones', value: 'LUND-LAB-2', title: 'door access to Laboratory 2 in Lund' },
      { attribute: 'zones', value: 'LEEDS-SERVER-ROOM', title: 'door access to the Leeds server room' },
      { attribute: 'zones', value: 'PORTO-WAREHOUSE', title: 'door access to the Porto warehouse' },
    ],
    fields: [{ attribute: 'schedule', title: 'access hours', values: ['weekdays 06-20', 'always', 'weekdays 08-18'] }],
  },
  {
    name: 'Forge',
    account: (person) => person.alias.replaceAll('.', '-'),
    rights: [
      { attribute: 'groups', value: 'firmware/maintainers', title: 'maintainer rights on the firmware repositories' },
      { attribute: 'groups', value: 'platform/deployers', title: 'deployment to production' },
      { attribute: 'groups', value: 'docs/editors', title: 'editing of the handbook' },
    ],
    fields: [{ attribute: 'seat', title: 'licence', values: ['standard', 'premium'] }],
  },
]
