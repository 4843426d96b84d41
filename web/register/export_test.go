package register

// What the tests from outside need of the inside.

const SendsPerHour = sendsPerHour
